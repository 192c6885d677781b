s = "abc
# exit: 1
