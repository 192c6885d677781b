# options: -X lang=3.6
# the whole file is refused: nothing is printed
print("never")
f'{'  # expect raises: SyntaxError: f-string: expecting '}'
