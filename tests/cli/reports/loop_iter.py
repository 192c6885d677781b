def f():
    for x in len:
        pass


f()
