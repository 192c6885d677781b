# the whole file is refused: nothing is printed
print("never")
*  # expect raises: SyntaxError: invalid syntax
