# the whole file is refused: nothing is printed
print("never")
b'\x4'  # expect raises: SyntaxError: (value error) invalid \x escape at position 0
