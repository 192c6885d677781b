int("12x")
# exit: 1
