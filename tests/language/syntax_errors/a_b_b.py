# the whole file is refused: nothing is printed
print("never")
'a' b'b'  # expect raises: SyntaxError: cannot mix bytes and nonbytes literals
