# the whole file is refused: nothing is printed
print("never")
class A:
 continue  # expect raises: SyntaxError: 'continue' not properly in loop
