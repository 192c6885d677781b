# the whole file is refused: nothing is printed
print("never")
while 1:
 try:
  pass
 finally:
  continue  # expect raises: SyntaxError: 'continue' not supported inside 'finally' clause
