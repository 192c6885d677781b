# the whole file is refused: nothing is printed
print("never")
class  # expect raises: SyntaxError: invalid syntax
