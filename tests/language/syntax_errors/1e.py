# the whole file is refused: nothing is printed
print("never")
1e  # expect raises: SyntaxError: invalid syntax
