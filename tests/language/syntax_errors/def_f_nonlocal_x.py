# the whole file is refused: nothing is printed
print("never")
def f():
 nonlocal x  # expect raises: SyntaxError: no binding for nonlocal 'x' found
