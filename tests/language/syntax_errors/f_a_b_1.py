# the whole file is refused: nothing is printed
print("never")
f(a.b=1)  # expect raises: SyntaxError: keyword can't be an expression
