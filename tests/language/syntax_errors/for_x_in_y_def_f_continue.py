# the whole file is refused: nothing is printed
print("never")
for x in y:
 def f():
  continue  # expect raises: SyntaxError: 'continue' not properly in loop
