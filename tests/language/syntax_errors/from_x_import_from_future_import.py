# the whole file is refused: nothing is printed
print("never")
from x import *
from __future__ import division  # expect raises: SyntaxError: from __future__ imports must occur at the beginning of the file
