import math
math.squareroot(2)
# exit: 1
