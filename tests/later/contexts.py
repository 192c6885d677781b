# contextlib: nullcontext, chdir, and the helpers for `async with`; aiter, anext.
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


import contextlib
import os


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as e:
        return e.value


with contextlib.nullcontext() as x, contextlib.nullcontext(5) as y:
    print(x, y)  # expect: None 5
before = os.getcwd()
change = contextlib.chdir('/')
with change:
    print(os.getcwd())  # expect: /
    with change:
        print(os.getcwd())  # expect: /
print(os.getcwd() == before, error(contextlib.chdir('/no/such/folder').__enter__))  # expect: True FileNotFoundError: [Errno 2] No such file or directory: '/no/such/folder'
print(issubclass(contextlib.nullcontext, contextlib.AbstractContextManager), issubclass(contextlib.aclosing, contextlib.AbstractAsyncContextManager))  # expect: True True


class Manager(contextlib.AbstractAsyncContextManager):
    def __init__(self, name='m', silent=False):
        self.name = name
        self.silent = silent

    async def __aenter__(self):
        print('enter', self.name)
        return self.name

    async def __aexit__(self, kind, value, traceback):
        print('exit', self.name, kind and kind.__name__)
        return self.silent


print(error(contextlib.AbstractAsyncContextManager)[:71])  # expect: TypeError: Can't instantiate abstract class AbstractAsyncContextManager


class Duck:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *details):
        pass


print(isinstance(Duck(), contextlib.AbstractAsyncContextManager), isinstance(5, contextlib.AbstractAsyncContextManager))  # expect: True False


@contextlib.asynccontextmanager
async def managed(name, swallow=False):
    "A manager."
    print('begin', name)
    try:
        yield name.upper()
    except ValueError as e:
        print('caught', e)
        if not swallow:
            raise
    finally:
        print('end', name)


async def use():
    async with managed('a') as value:
        print(value)
    async with managed('b', swallow=True):
        raise ValueError('gone')
    try:
        async with managed('c'):
            raise ValueError('stays')
    except ValueError as e:
        print(e)
    async with contextlib.nullcontext(7) as value:
        print(value)


run(use())  # expect: begin a
# expect: A
# expect: end a
# expect: begin b
# expect: caught gone
# expect: end b
# expect: begin c
# expect: caught stays
# expect: end c
# expect: stays
# expect: 7
print(managed.__name__, managed.__doc__, managed('x').__doc__)  # expect: managed A manager. A manager.


@contextlib.asynccontextmanager
async def empty():
    if False:
        yield


@contextlib.asynccontextmanager
async def twice():
    yield 1
    yield 2


async def broken():
    for manager in empty, twice:
        try:
            async with manager():
                pass
        except RuntimeError as e:
            print(e)


run(broken())  # expect: generator didn't yield
# expect: generator didn't stop


@managed('decorator')
async def decorated(n):
    return n + 1


print(run(decorated(1)), run(decorated(2)))  # expect: begin decorator
# expect: end decorator
# expect: begin decorator
# expect: end decorator
# expect: 2 3


class Closer:
    async def aclose(self):
        print('closed')


async def close():
    thing = Closer()
    async with contextlib.aclosing(thing) as same:
        print(same is thing)


run(close())  # expect: True
# expect: closed


async def stack():
    async with contextlib.AsyncExitStack() as stack:
        print(await stack.enter_async_context(Manager('one')))
        print(stack.enter_context(contextlib.nullcontext('two')))
        stack.callback(print, 'callback', end='!\n')

        async def later(*args, **kwargs):
            print('later', args, kwargs)

        stack.push_async_callback(later, 1, key=2)

        async def leave(kind, value, traceback):
            print('leave', kind)

        stack.push_async_exit(leave)
        stack.push_async_exit(Manager('pushed'))
        stack.push(lambda *details: print('plain', details))
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(Manager('silent', silent=True))
        raise KeyError('swallowed')
    stack = contextlib.AsyncExitStack()
    stack.callback(print, 'moved')
    other = stack.pop_all()
    await stack.aclose()
    await other.aclose()
    for method, argument in (stack.enter_context, 5), (stack.enter_async_context, 5):
        try:
            result = method(argument)
            await result
        except TypeError as e:
            print(e)
    try:
        async with contextlib.AsyncExitStack() as stack:
            stack.push(lambda kind, value, traceback: 1 / 0)
            raise KeyError('first')
    except ZeroDivisionError as e:
        print(type(e.__context__).__name__)


run(stack())  # expect: enter one
# expect: one
# expect: two
# expect: plain (None, None, None)
# expect: exit pushed None
# expect: leave None
# expect: later (1,) {'key': 2}
# expect: callback!
# expect: exit one None
# expect: enter silent
# expect: exit silent KeyError
# expect: moved
# expect: 'builtins.int' object does not support the context manager protocol
# expect: 'builtins.int' object does not support the asynchronous context manager protocol
# expect: KeyError


async def count(n):
    for i in range(n):
        yield i


class Bad:
    def __aiter__(self):
        return 5


async def steps():
    it = aiter(count(2))
    print(await anext(it), await anext(it), await anext(it, 'end'), await anext(it, None))
    try:
        await anext(it)
    except StopAsyncIteration as e:
        print('stop', e.args)
    it = count(1)
    print(await anext(it, 'x'), aiter(it) is it)


run(steps())  # expect: 0 1 end None
# expect: stop ()
# expect: 0 True
print(error(aiter, 1))  # expect: TypeError: 'int' object is not an async iterable
print(error(aiter, [1]))  # expect: TypeError: 'list' object is not an async iterable
print(error(aiter, Bad()))  # expect: TypeError: aiter() returned not an async iterator of type 'int'
print(error(anext, 1))  # expect: TypeError: 'int' object is not an async iterator
print(error(anext, iter([]), 5))  # expect: TypeError: 'list_iterator' object is not an async iterator
