# the whole file is refused: nothing is printed
print("never")
'''abc  # expect raises: SyntaxError: EOF while scanning triple-quoted string literal
