from math import squareroot
# exit: 1
