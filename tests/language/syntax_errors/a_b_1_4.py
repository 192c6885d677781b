# the whole file is refused: nothing is printed
print("never")
a < b = 1  # expect raises: SyntaxError: can't assign to comparison
