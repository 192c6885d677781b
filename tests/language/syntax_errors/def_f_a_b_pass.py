# the whole file is refused: nothing is printed
print("never")
def f((a, b)): pass  # expect raises: SyntaxError: invalid syntax
