# the whole file is refused: nothing is printed
print("never")
[x for x in y] = 1  # expect raises: SyntaxError: can't assign to list comprehension
