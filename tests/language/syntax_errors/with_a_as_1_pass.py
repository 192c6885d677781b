# the whole file is refused: nothing is printed
print("never")
with a as 1: pass  # expect raises: SyntaxError: can't assign to literal
