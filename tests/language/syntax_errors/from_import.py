# the whole file is refused: nothing is printed
print("never")
from . import  # expect raises: SyntaxError: invalid syntax
