# the whole file is refused: nothing is printed
print("never")
f(**a, 1)  # expect raises: SyntaxError: positional argument follows keyword argument unpacking
