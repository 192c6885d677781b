(1).real = 5
# exit: 1
