# the whole file is refused: nothing is printed
print("never")
yield  # expect raises: SyntaxError: 'yield' outside function
