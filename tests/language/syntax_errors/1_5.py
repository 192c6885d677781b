# the whole file is refused: nothing is printed
print("never")
€ = 1  # expect raises: SyntaxError: invalid character in identifier
