# the whole file is refused: nothing is printed
print("never")
lambda a, a: 1  # expect raises: SyntaxError: duplicate argument 'a' in function definition
