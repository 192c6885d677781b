# the whole file is refused: nothing is printed
print("never")
b'é'  # expect raises: SyntaxError: bytes can only contain ASCII literal characters.
