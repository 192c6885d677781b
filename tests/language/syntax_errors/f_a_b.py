# the whole file is refused: nothing is printed
print("never")
f'{a b}'  # expect raises: SyntaxError: invalid syntax
