# the whole file is refused: nothing is printed
print("never")
assert  # expect raises: SyntaxError: invalid syntax
