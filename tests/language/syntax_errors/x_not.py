# the whole file is refused: nothing is printed
print("never")
x = not  # expect raises: SyntaxError: invalid syntax
