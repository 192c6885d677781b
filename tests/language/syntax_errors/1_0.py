# the whole file is refused: nothing is printed
print("never")
1__0  # expect raises: SyntaxError: invalid token
