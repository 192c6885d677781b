# the whole file is refused: nothing is printed
print("never")
1.5.5  # expect raises: SyntaxError: invalid syntax
