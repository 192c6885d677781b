# the whole file is refused: nothing is printed
print("never")
f(1=2)  # expect raises: SyntaxError: keyword can't be an expression
