# the whole file is refused: nothing is printed
print("never")
0o8  # expect raises: SyntaxError: invalid token
