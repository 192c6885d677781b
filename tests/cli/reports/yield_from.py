def inner():
    yield 1
    raise KeyError("deep")


def outer():
    yield from inner()


for item in outer():
    pass
