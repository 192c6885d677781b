# the whole file is refused: nothing is printed
print("never")
def f(*, **k): pass  # expect raises: SyntaxError: named arguments must follow bare *
