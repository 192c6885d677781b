# the whole file is refused: nothing is printed
print("never")
exec "1"
# expect raises: SyntaxError: Missing parentheses in call to 'exec'
