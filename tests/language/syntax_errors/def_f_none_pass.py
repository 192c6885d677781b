# the whole file is refused: nothing is printed
print("never")
def f(None): pass  # expect raises: SyntaxError: invalid syntax
