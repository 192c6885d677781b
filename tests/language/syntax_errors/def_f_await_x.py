# the whole file is refused: nothing is printed
print("never")
def f():
 await x  # expect raises: SyntaxError: invalid syntax
