# the whole file is refused: nothing is printed
print("never")
'abc  # expect raises: SyntaxError: EOL while scanning string literal
