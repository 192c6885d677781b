[1, 2].index(3)
# exit: 1
