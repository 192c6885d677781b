# the whole file is refused: nothing is printed
print("never")
f'{lambda x: 1}'  # expect raises: SyntaxError: unexpected EOF while parsing
