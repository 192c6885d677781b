# the whole file is refused: nothing is printed
print("never")
def  # expect raises: SyntaxError: invalid syntax
