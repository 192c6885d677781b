# the whole file is refused: nothing is printed
print("never")
'a' = 1  # expect raises: SyntaxError: can't assign to literal
