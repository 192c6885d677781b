# the whole file is refused: nothing is printed
print("never")
for x in  # expect raises: SyntaxError: invalid syntax
