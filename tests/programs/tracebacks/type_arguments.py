def f(a, b, *, c): pass
f(1)
# exit: 1
