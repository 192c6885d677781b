# the whole file is refused: nothing is printed
print("never")
print(
# expect raises: SyntaxError: unexpected EOF while parsing
