# the whole file is refused: nothing is printed
print("never")
x if y else z = 1  # expect raises: SyntaxError: can't assign to conditional expression
