# the whole file is refused: nothing is printed
print("never")
def f(a=1, b): pass  # expect raises: SyntaxError: non-default argument follows default argument
