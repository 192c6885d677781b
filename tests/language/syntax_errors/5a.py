# the whole file is refused: nothing is printed
print("never")
5a  # expect raises: SyntaxError: invalid syntax
