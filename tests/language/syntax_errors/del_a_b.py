# the whole file is refused: nothing is printed
print("never")
del a + b  # expect raises: SyntaxError: can't delete operator
