def simple():
    yield
    yield 1
    x = yield 2
    return x

def delegate(it):
    r = yield from it
    yield (yield r)

def expressions(a):
    return (x for x in a if x)

def in_try():
    try:
        yield 1
    finally:
        yield 2

def list_with_yield(a):
    return [(yield x) for x in a]
