# the whole file is refused: nothing is printed
print("never")
(yield) = 1  # expect raises: SyntaxError: can't assign to yield expression
