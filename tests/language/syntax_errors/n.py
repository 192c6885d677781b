# the whole file is refused: nothing is printed
print("never")
'\N'  # expect raises: SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape
