# the whole file is refused: nothing is printed
print("never")
break  # expect raises: SyntaxError: 'break' outside loop
