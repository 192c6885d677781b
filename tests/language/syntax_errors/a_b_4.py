# the whole file is refused: nothing is printed
print("never")
a = = b  # expect raises: SyntaxError: invalid syntax
