def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class Await:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return 'result of %s: %s' % (self.v, got)
async def inner(x):
    r = await Await(x)
    return r
async def outer():
    a = await inner(1)
    b = await inner(2)
    return a, b
c = outer()
print(type(c).__name__, c.__name__, c.cr_running, c.cr_frame is not None, c.cr_await)  # expect: coroutine outer False True None
print(c.send(None), c.send('x'))  # expect: 1 2
try:
    c.send('y')
except StopIteration as e:
    print(e.value)  # expect: ('result of 1: x', 'result of 2: y')
print(attempt(lambda: c.send(None)))  # expect: RuntimeError: cannot reuse already awaited coroutine
async def bad():
    await 5
print(attempt(lambda: bad().send(None)))  # expect: TypeError: object int can't be used in 'await' expression
class BadAwait:
    def __await__(self): return 5
async def bad2():
    await BadAwait()
print(attempt(lambda: bad2().send(None)))  # expect: TypeError: __await__() returned non-iterator of type 'int'
c = outer()
print(attempt(lambda: iter(c)))  # expect: TypeError: 'coroutine' object is not iterable
print(attempt(lambda: next(c)))  # expect: TypeError: 'coroutine' object is not an iterator
print(c.close())  # expect: None
c = outer()
c.send(None)
print(attempt(lambda: c.throw(ValueError('thrown'))))  # expect: ValueError: thrown
async def catch():
    try:
        await Await('c')
    except KeyError as e:
        return 'caught %s' % e
c = catch()
c.send(None)
print(attempt(lambda: c.throw(KeyError('k'))))  # expect: StopIteration: caught 'k'
async def empty(): pass
print(attempt(lambda: empty().send(None)))  # expect: StopIteration: 
print(type(empty.__code__.co_flags & 128).__name__, empty.__code__.co_flags & 128)  # expect: int 128
