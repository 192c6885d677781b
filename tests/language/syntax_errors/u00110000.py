# the whole file is refused: nothing is printed
print("never")
'\U00110000'  # expect raises: SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character
