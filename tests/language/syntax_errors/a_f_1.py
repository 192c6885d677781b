# the whole file is refused: nothing is printed
print("never")
[a, f()] = 1  # expect raises: SyntaxError: can't assign to function call
