# the whole file is refused: nothing is printed
print("never")
import a as None  # expect raises: SyntaxError: invalid syntax
