# the whole file is refused: nothing is printed
print("never")
lambda: 1 = 2  # expect raises: SyntaxError: can't assign to lambda
