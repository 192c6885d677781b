# the whole file is refused: nothing is printed
print("never")
f(x for x in y, 1)  # expect raises: SyntaxError: Generator expression must be parenthesized if not sole argument
