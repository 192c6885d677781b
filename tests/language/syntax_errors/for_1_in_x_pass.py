# the whole file is refused: nothing is printed
print("never")
for 1 in x: pass  # expect raises: SyntaxError: can't assign to literal
