def f(
# exit: 1
