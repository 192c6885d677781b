# the whole file is refused: nothing is printed
print("never")
try: pass  # expect raises: SyntaxError: unexpected EOF while parsing
