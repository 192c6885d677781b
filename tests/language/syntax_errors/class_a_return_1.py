# the whole file is refused: nothing is printed
print("never")
class A:
 return 1  # expect raises: SyntaxError: 'return' outside function
