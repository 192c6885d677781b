# the whole file is refused: nothing is printed
print("never")
not  # expect raises: SyntaxError: invalid syntax
