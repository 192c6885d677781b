# the whole file is refused: nothing is printed
print("never")
1_  # expect raises: SyntaxError: invalid token
