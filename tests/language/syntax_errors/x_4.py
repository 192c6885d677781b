# the whole file is refused: nothing is printed
print("never")
x +  # expect raises: SyntaxError: invalid syntax
