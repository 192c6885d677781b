# the whole file is refused: nothing is printed
print("never")
nonlocal x  # expect raises: SyntaxError: nonlocal declaration not allowed at module level
