# the whole file is refused: nothing is printed
print("never")
while 1  # expect raises: SyntaxError: invalid syntax
