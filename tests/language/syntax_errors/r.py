# the whole file is refused: nothing is printed
print("never")
r'\'  # expect raises: SyntaxError: EOL while scanning string literal
