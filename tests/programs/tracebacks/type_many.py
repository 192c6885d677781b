def f(a): pass
f(1, 2, 3)
# exit: 1
