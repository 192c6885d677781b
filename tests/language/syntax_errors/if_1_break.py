# the whole file is refused: nothing is printed
print("never")
if 1:
 break  # expect raises: SyntaxError: 'break' outside loop
