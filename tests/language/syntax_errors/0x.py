# the whole file is refused: nothing is printed
print("never")
0x  # expect raises: SyntaxError: invalid token
