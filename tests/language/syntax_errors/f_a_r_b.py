# the whole file is refused: nothing is printed
print("never")
f'{a!r b}'  # expect raises: SyntaxError: f-string: expecting '}'
