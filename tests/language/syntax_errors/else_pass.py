# the whole file is refused: nothing is printed
print("never")
else: pass  # expect raises: SyntaxError: invalid syntax
