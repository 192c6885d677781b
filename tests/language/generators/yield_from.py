def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def inner():
    try:
        x = yield 'a'
        print('inner got', x)
        y = yield 'b'
        print('inner got', y)
    except KeyError as e:
        print('inner caught', e)
        yield 'after'
    return 'inner result'
def outer():
    r = yield from inner()
    print('outer got', r)
    yield from [1, 2]
    yield from 'xy'
    return 'outer result'
o = outer()
print(next(o), o.send('S'), o.send('T'), list(o))  # expect: inner got S
# expect: inner got T
# expect: outer got inner result
# expect: a b 1 [2, 'x', 'y']
o = outer()
print(next(o), o.throw(KeyError('k')), next(o), o.gi_yieldfrom is not None)  # expect: inner caught 'k'
# expect: outer got inner result
# expect: a after 1 True
o = outer()
next(o)
print(attempt(lambda: o.throw(ValueError('through'))))  # expect: ValueError: through
def bad():
    yield from 5
print(attempt(lambda: next(bad())))  # expect: TypeError: 'int' object is not iterable
class It:
    def __iter__(self):
        return self
    def __next__(self):
        return 7
def d():
    yield from It()
i = d()
print(next(i))  # expect: 7
print(attempt(lambda: i.send(5)))  # expect: AttributeError: 'It' object has no attribute 'send'
print(next(d()), i.close())  # expect: 7 None
class WithSend(It):
    def send(self, v):
        return 'sent %r' % v
    def throw(self, *a):
        return 'thrown'
    def close(self):
        print('closed')
def e():
    yield from WithSend()
i = e()
print(next(i), i.send(1), i.throw(ValueError), i.close())  # expect: closed
# expect: 7 sent 1 thrown None
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))  # expect: [1, 2, 1, 3, 1, 2, 1]
