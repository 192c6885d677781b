# the whole file is refused: nothing is printed
print("never")
x: int: int  # expect raises: SyntaxError: invalid syntax
