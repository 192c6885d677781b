# the whole file is refused: nothing is printed
print("never")
012  # expect raises: SyntaxError: invalid token
