def raises():
    yield 1
    raise StopIteration(5)
def ret():
    return 5
    yield
def run(g):
    try:
        while True:
            next(g)
    except StopIteration as e:
        return e.value
print(run(ret()), run(x for x in []))  # expect: 5 None
def wrapped():
    r = yield from ret()
    yield r
print(list(wrapped()))  # expect: [5]
def tup():
    yield
    return (1, 2)
print(run(tup()))  # expect: (1, 2)
def exc():
    return ValueError('value')
    yield
print(repr(run(exc())))  # expect: ValueError('value',)
