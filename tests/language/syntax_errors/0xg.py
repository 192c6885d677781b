# the whole file is refused: nothing is printed
print("never")
0xg  # expect raises: SyntaxError: invalid token
