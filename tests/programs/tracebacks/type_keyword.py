def f(colour=None): pass
f(color=1)
# exit: 1
