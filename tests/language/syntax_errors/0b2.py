# the whole file is refused: nothing is printed
print("never")
0b2  # expect raises: SyntaxError: invalid token
