def f():
    return 1 / 0  # a comment behind
f()
# exit: 1
