# the whole file is refused: nothing is printed
print("never")
try:
 a
except:
 b
except A:
 c  # expect raises: SyntaxError: default 'except:' must be last
