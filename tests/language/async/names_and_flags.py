def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


async def f():
    return 1
async def g():
    yield 1
class A:
    async def m(self):
        return self
c = f()
print(f.__code__.co_flags & 0x3a0, g.__code__.co_flags & 0x3a0, c.__qualname__, A.m.__qualname__)  # expect: 128 512 f A.m
c.close()
x = A()
try:
    x.m().send(None)
except StopIteration as e:
    print(e.value is x)  # expect: True
c = f()
print(attempt(lambda: c.throw(5)))  # expect: TypeError: exceptions must be classes or instances deriving from BaseException, not int
print(c.close(), c.close())  # expect: None None
print(attempt(lambda: c.send(None)))  # expect: RuntimeError: cannot reuse already awaited coroutine
async def deep(n):
    return n if n == 0 else await deep(n - 1)
try:
    deep(100).send(None)
except StopIteration as e:
    print(e.value)  # expect: 0
async def stop():
    raise StopIteration('inside')
print(attempt(lambda: stop().send(None)))  # expect: RuntimeError: coroutine raised StopIteration
