# options: -X lang=3.6
# the whole file is refused: nothing is printed
print("never")
f'{a\n}'  # expect raises: SyntaxError: f-string expression part cannot include a backslash
