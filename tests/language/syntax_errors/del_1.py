# the whole file is refused: nothing is printed
print("never")
del 1  # expect raises: SyntaxError: can't delete literal
