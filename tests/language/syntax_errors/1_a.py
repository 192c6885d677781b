# the whole file is refused: nothing is printed
print("never")
1 = a  # expect raises: SyntaxError: can't assign to literal
