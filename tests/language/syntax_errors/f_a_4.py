# the whole file is refused: nothing is printed
print("never")
f'{*a}'  # expect raises: SyntaxError: can't use starred expression here
