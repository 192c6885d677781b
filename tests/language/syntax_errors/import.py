# the whole file is refused: nothing is printed
print("never")
import  # expect raises: SyntaxError: invalid syntax
