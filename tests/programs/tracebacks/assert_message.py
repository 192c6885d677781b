x = 3
assert x == 4, "x was %d" % x
# exit: 1
