# the whole file is refused: nothing is printed
print("never")
return  # expect raises: SyntaxError: 'return' outside function
