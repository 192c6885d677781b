# the whole file is refused: nothing is printed
print("never")
f(x=1, x=2)  # expect raises: SyntaxError: keyword argument repeated
