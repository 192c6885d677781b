# the whole file is refused: nothing is printed
print("never")
def f(a, a): pass  # expect raises: SyntaxError: duplicate argument 'a' in function definition
