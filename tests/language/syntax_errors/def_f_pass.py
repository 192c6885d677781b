# the whole file is refused: nothing is printed
print("never")
def f(*): pass  # expect raises: SyntaxError: named arguments must follow bare *
