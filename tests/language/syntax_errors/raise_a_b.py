# the whole file is refused: nothing is printed
print("never")
raise a, b  # expect raises: SyntaxError: invalid syntax
