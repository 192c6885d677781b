# the whole file is refused: nothing is printed
print("never")
f(a=1, 2)  # expect raises: SyntaxError: positional argument follows keyword argument
