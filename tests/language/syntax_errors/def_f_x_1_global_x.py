# the whole file is refused: nothing is printed
print("never")
def f():
 x = 1
 global x  # expect raises: SyntaxError: name 'x' is assigned to before global declaration
