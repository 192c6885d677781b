# the whole file is refused: nothing is printed
print("never")
*a = 1  # expect raises: SyntaxError: starred assignment target must be in a list or tuple
