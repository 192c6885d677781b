# the whole file is refused: nothing is printed
print("never")
def f():
 break  # expect raises: SyntaxError: 'break' outside loop
