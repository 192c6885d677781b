# the whole file is refused: nothing is printed
print("never")
with: pass  # expect raises: SyntaxError: invalid syntax
