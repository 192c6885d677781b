# the whole file is refused: nothing is printed
print("never")
if 1:
pass  # expect raises: IndentationError: expected an indented block
