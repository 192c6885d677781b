# the whole file is refused: nothing is printed
print("never")
if 1:
  a
 b  # expect raises: IndentationError: unindent does not match any outer indentation level
