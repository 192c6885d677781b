a, b, c = [1, 2]
# exit: 1
