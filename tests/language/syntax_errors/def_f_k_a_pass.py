# the whole file is refused: nothing is printed
print("never")
def f(**k, a): pass  # expect raises: SyntaxError: invalid syntax
