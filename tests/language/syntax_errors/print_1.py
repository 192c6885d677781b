# the whole file is refused: nothing is printed
print("never")
print 1
# expect raises: SyntaxError: Missing parentheses in call to 'print'. Did you mean print(1)?
