# the whole file is refused: nothing is printed
print("never")
f(**a, *b)  # expect raises: SyntaxError: iterable argument unpacking follows keyword argument unpacking
