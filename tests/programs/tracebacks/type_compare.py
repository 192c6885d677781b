sorted([1, "a"])
# exit: 1
