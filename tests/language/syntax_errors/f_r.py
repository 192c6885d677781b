# the whole file is refused: nothing is printed
print("never")
f'{!r}'  # expect raises: SyntaxError: f-string: empty expression not allowed
