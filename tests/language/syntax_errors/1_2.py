# the whole file is refused: nothing is printed
print("never")
(1, 2  # expect raises: SyntaxError: unexpected EOF while parsing
