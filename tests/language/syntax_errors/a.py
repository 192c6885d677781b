# the whole file is refused: nothing is printed
print("never")
`a`  # expect raises: SyntaxError: invalid syntax
