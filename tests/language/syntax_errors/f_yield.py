# the whole file is refused: nothing is printed
print("never")
f'{yield}'  # expect raises: SyntaxError: 'yield' outside function
