# the whole file is refused: nothing is printed
print("never")
f'{a!x}'  # expect raises: SyntaxError: f-string: invalid conversion character: expected 's', 'r', or 'a'
