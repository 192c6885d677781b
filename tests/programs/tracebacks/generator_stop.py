def g():
    yield 1
    raise ValueError("inside")
for x in g():
    pass
# exit: 1
