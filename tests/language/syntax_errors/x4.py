# the whole file is refused: nothing is printed
print("never")
'\x4'  # expect raises: SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape
