# the whole file is refused: nothing is printed
print("never")
0_7  # expect raises: SyntaxError: invalid token
