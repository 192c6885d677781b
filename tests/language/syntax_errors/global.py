# the whole file is refused: nothing is printed
print("never")
global  # expect raises: SyntaxError: invalid syntax
