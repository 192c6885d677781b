# the whole file is refused: nothing is printed
print("never")
__debug__ = 1  # expect raises: SyntaxError: assignment to keyword
