# the whole file is refused: nothing is printed
print("never")
'\N{no such name}'  # expect raises: SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-15: unknown Unicode character name
