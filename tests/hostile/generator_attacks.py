def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def g():
    yield i.close()
i = g()
print(attempt(lambda: next(i)))  # expect: ValueError: generator already executing
def h():
    j.throw(ValueError)
    yield
j = h()
print(attempt(lambda: next(j)))  # expect: ValueError: generator already executing
def k():
    try:
        yield
    finally:
        next(m)
m = k()
next(m)
print(attempt(lambda: m.close()))  # expect: ValueError: generator already executing
def s():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass
q = s()
next(q)
print(attempt(lambda: q.close()))  # expect: RuntimeError: generator ignored GeneratorExit
def infinite_throw():
    while True:
        try:
            yield
        except ValueError:
            pass
r = infinite_throw()
next(r)
print([r.throw(ValueError) for _ in range(3)])  # expect: [None, None, None]
def delegating():
    yield from z
z = delegating()
print(attempt(lambda: next(z)))  # expect: ValueError: generator already executing
def nested(n):
    if n:
        yield from nested(n - 1)
    else:
        yield 'bottom'
print(next(nested(500)))  # expect: bottom
print(attempt(lambda: next(nested(5000))))  # expect: RecursionError: maximum recursion depth exceeded
