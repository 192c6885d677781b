# the whole file is refused: nothing is printed
print("never")
if x = 1: pass  # expect raises: SyntaxError: invalid syntax
