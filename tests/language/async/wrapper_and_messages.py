# sys.set_coroutine_wrapper(), what `async with` says about its methods, the old form of __aiter__.
import sys
import warnings


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as e:
        return e.value
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)


async def co():
    return 1
def wrap(c):
    print('wrapping', c.__name__)
    return c
print(sys.get_coroutine_wrapper())  # expect: None
sys.set_coroutine_wrapper(wrap)
print(sys.get_coroutine_wrapper() is wrap)  # expect: True
print(run(co()))  # expect: wrapping co
# expect: 1
sys.set_coroutine_wrapper(None)
print(run(co()), sys.get_coroutine_wrapper())  # expect: 1 None
sys.set_coroutine_wrapper(lambda c: 'other')
print(co(), type(co))  # expect: other <class 'function'>
sys.set_coroutine_wrapper(None)
try:
    sys.set_coroutine_wrapper(5)
except TypeError as e:
    print(e)  # expect: callable expected, got int
def recursing(c):
    async def inner(c):
        return await c
    return inner(c)
sys.set_coroutine_wrapper(recursing)
try:
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        co()
except RuntimeError as e:
    print(str(e)[:31], 'attempted to recursively wrap' in str(e))  # expect: coroutine wrapper <function rec True
sys.set_coroutine_wrapper(None)


class CM:
    def __init__(self, enter, leave): self.enter, self.leave = enter, leave
    def __aenter__(self): return self.enter
    def __aexit__(self, *a): return self.leave
class Value:
    def __await__(self): return iter(())
def within(enter, leave, fail=False):
    async def body():
        async with CM(enter, leave):
            if fail:
                1 / 0
        return 'done'
    return run(body())
print(within(5, Value()))  # expect: TypeError: 'async with' received an object from __aenter__ that does not implement __await__: int
print(within(Value(), 5))  # expect: TypeError: 'async with' received an object from __aexit__ that does not implement __await__: int
print(within(Value(), 5, True))  # expect: TypeError: 'async with' received an object from __aexit__ that does not implement __await__: int
print(within(Value(), Value()), within(Value(), Value(), True))  # expect: done ZeroDivisionError: division by zero
async def plain():
    await 5
print(run(plain()))  # expect: TypeError: object int can't be used in 'await' expression


class Old:
    def __init__(self): self.n = 0
    async def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2:
            raise StopAsyncIteration
        return self.n
async def loop():
    return [q async for q in Old()]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(run(loop()))  # expect: [1, 2]
print([(w.category.__name__, str(w.message)) for w in caught])  # expect: [('DeprecationWarning', "'Old' implements legacy __aiter__ protocol; __aiter__ should return an asynchronous iterator, not awaitable")]
