# the whole file is refused: nothing is printed
print("never")
def f():
 from x import *  # expect raises: SyntaxError: import * only allowed at module level
