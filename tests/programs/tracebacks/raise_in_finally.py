def f():
    try:
        raise KeyError(1)
    finally:
        [].pop()
f()
# exit: 1
