# the whole file is refused: nothing is printed
print("never")
0777  # expect raises: SyntaxError: invalid token
