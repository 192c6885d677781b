# the whole file is refused: nothing is printed
print("never")
del f()  # expect raises: SyntaxError: can't delete function call
