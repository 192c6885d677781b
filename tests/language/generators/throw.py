def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def g():
    while True:
        try:
            x = yield 'ready'
        except ValueError as e:
            print('caught', e)
            x = yield 'handled'
        print('x', x)
i = g()
print(next(i), i.throw(ValueError('v')), i.send(5), i.throw(ValueError, 'w'))  # expect: caught v
# expect: x 5
# expect: caught w
# expect: ready handled ready handled
print(attempt(lambda: i.throw(KeyError('k'))))  # expect: KeyError: 'k'
print(attempt(lambda: next(i)))  # expect: StopIteration: 
j = g()
print(attempt(lambda: j.throw(KeyError('before start'))))  # expect: KeyError: 'before start'
print(attempt(lambda: next(j)))  # expect: StopIteration: 
k = g()
print(attempt(lambda: k.throw(5)))  # expect: TypeError: exceptions must be classes or instances deriving from BaseException, not int
print(attempt(lambda: k.throw(KeyError, 'x', 5)))  # expect: TypeError: throw() third argument must be a traceback object
print(attempt(lambda: k.throw()))  # expect: TypeError: throw expected at least 1 arguments, got 0
print(next(k), k.throw(ValueError))  # expect: caught 
# expect: ready handled
def swallow():
    try:
        yield 1
    except ValueError:
        return 'end'
s = swallow()
next(s)
print(attempt(lambda: s.throw(ValueError)))  # expect: StopIteration: end
