# the whole file is refused: nothing is printed
print("never")
True = 1  # expect raises: SyntaxError: can't assign to keyword
