# options: -X lang=3.6
# the whole file is refused: nothing is printed
print("never")
f'{a:{b:{c}}}'  # expect raises: SyntaxError: f-string: expressions nested too deeply
