# the whole file is refused: nothing is printed
print("never")
del *a  # expect raises: SyntaxError: can't use starred expression here
