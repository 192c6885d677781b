# the whole file is refused: nothing is printed
print("never")
def f(x):
 global x  # expect raises: SyntaxError: name 'x' is parameter and global
