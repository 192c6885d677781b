# the whole file is refused: nothing is printed
print("never")
'\u123'  # expect raises: SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-4: truncated \uXXXX escape
