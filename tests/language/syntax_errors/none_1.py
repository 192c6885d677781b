# the whole file is refused: nothing is printed
print("never")
None = 1  # expect raises: SyntaxError: can't assign to keyword
