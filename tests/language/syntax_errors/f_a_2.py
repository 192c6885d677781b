# the whole file is refused: nothing is printed
print("never")
f'{a:'  # expect raises: SyntaxError: f-string: expecting '}'
