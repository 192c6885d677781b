# the whole file is refused: nothing is printed
print("never")
continue  # expect raises: SyntaxError: 'continue' not properly in loop
