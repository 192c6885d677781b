# the whole file is refused: nothing is printed
print("never")
await x  # expect raises: SyntaxError: invalid syntax
