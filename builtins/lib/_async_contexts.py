"""What contextlib has for `async with`, and what its stacks of callbacks share."""

import abc
from functools import wraps
from sys import exc_info
from types import coroutine


class AbstractAsyncContextManager(abc.ABC):
    """Asynchronous context managers: classes with __aenter__ and __aexit__ belong here without saying so."""

    __module__ = 'contextlib'

    @classmethod
    def __subclasshook__(cls, C):
        if cls is not AbstractAsyncContextManager:
            return NotImplemented
        from _collections_abc import _check_methods
        return _check_methods(C, "__aenter__", "__aexit__")

    async def __aenter__(self):
        """The value for `as`: by default the manager itself."""
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """The end of the block; a true value silences the exception that ended it."""


class AsyncContextDecorator(object):
    """A base class that lets an asynchronous context manager decorate coroutine functions too."""

    __module__ = 'contextlib'

    def _recreate_cm(self):
        """The manager to use for one call."""
        return self

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return wraps(func)(inner)


class _AsyncGeneratorContextManager(AsyncContextDecorator, AbstractAsyncContextManager):

    __module__ = 'contextlib'

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)

    async def __aenter__(self):
        async for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield")

    async def __aexit__(self, type, value, traceback):
        if type is None:
            async for _ in self.gen:
                await self.gen.aclose()
                raise RuntimeError("generator didn't stop")
            return False
        # What the block raised, which may come as a class only.
        error = type() if value is None else value
        try:
            await self.gen.athrow(type, error, traceback)
        except BaseException as exc:
            if exc is error:
                return False   # passed on: the with statement raises it again
            if isinstance(exc, StopAsyncIteration):
                return True    # the generator has ended in peace
            wrapped = type is not None and issubclass(type, (StopIteration, StopAsyncIteration))
            if wrapped and isinstance(exc, RuntimeError) and exc.__cause__ is error:
                return False   # it cannot leave a generator as it is
            raise
        await self.gen.aclose()
        raise RuntimeError("generator didn't stop after athrow()")


def asynccontextmanager(func):
    """Make an asynchronous context manager factory of an async generator function that yields once."""
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return wraps(func)(helper)


class aclosing(AbstractAsyncContextManager):
    """Awaits the aclose() of an object at the end of a block."""

    __module__ = 'contextlib'

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _CallbackStack(object):
    # What stacks of exit callbacks have in common.

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        """Move all callbacks to a new stack and return it."""
        new_stack = type(self)()
        new_stack._exit_callbacks, self._exit_callbacks = self._exit_callbacks, []
        return new_stack


class _Unwinding:
    # The exception that is on its way while the callbacks of a stack run.

    def __init__(self, details):
        self.details = details
        self.received = details[0] is not None
        self.suppressed = self.pending = False
        self.outside = exc_info()[1]

    def answered(self, answer):
        """A callback returned."""
        if answer:
            self.suppressed, self.pending = True, False
            self.details = (None, None, None)

    def failed(self):
        """A callback raised, which is being handled: as in nested with statements, the innermost context of its
        exception is the one before."""
        old, self.details = self.details[1], exc_info()
        self.pending = True
        new = self.details[1]
        while new.__context__ is not old:
            if new.__context__ is None or new.__context__ is self.outside:
                new.__context__ = old
                break
            new = new.__context__

    def finish(self):
        """Whether the exception that came is silenced. Raises the last one of a callback."""
        if self.pending:
            error = self.details[1]
            # Raising sets the context anew: put back what failed() arranged.
            context = error.__context__
            try:
                raise error
            except BaseException:
                error.__context__ = context
                raise
        return self.received and self.suppressed


def _no_manager(cls, protocol):
    return TypeError("'%s.%s' object does not support the %s protocol" % (cls.__module__, cls.__qualname__, protocol))


class AsyncExitStack(_CallbackStack, AbstractAsyncContextManager):
    """A stack of exit callbacks, asynchronous ones and others, for as many managers as a program decides."""

    __module__ = 'contextlib'

    # _exit_callbacks: pairs of whether the result is awaited, and the callback.

    def _push(self, exit, method, awaited):
        if method is None:
            self._exit_callbacks.append((awaited, exit))
        else:
            self._exit_callbacks.append((awaited, lambda *details: method(exit, *details)))
        return exit

    def push(self, exit):
        """Register an object with an __exit__ method, or a callback with the same signature; returns its argument."""
        return self._push(exit, getattr(type(exit), '__exit__', None), False)

    def push_async_exit(self, exit):
        """Register an object with an __aexit__ method, or a coroutine function with the same signature."""
        return self._push(exit, getattr(type(exit), '__aexit__', None), True)

    def callback(self, callback, *args, **kwds):
        """Register a function with arguments to be called at exit; it cannot suppress exceptions."""
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((False, _exit_wrapper))
        return callback

    def push_async_callback(self, callback, *args, **kwds):
        """Register a coroutine function with arguments to be awaited at exit; it cannot suppress exceptions."""
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((True, _exit_wrapper))
        return callback

    def enter_context(self, cm):
        """Enter the context manager, register its exit and return what __enter__ gave."""
        cls = type(cm)
        try:
            enter, leave = cls.__enter__, cls.__exit__
        except AttributeError:
            raise _no_manager(cls, 'context manager') from None
        result = enter(cm)
        self._push(cm, leave, False)
        return result

    async def enter_async_context(self, cm):
        """Enter the asynchronous context manager, register its exit and return what __aenter__ gave."""
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise _no_manager(cls, 'asynchronous context manager') from None
        result = await enter(cm)
        self._push(cm, leave, True)
        return result

    async def aclose(self):
        """Unwind the stack now."""
        await self.__aexit__(None, None, None)

    async def __aexit__(self, *exc_details):
        unwinding = _Unwinding(exc_details)
        callbacks = self._exit_callbacks
        while callbacks:
            awaited, callback = callbacks.pop()
            try:
                answer = callback(*unwinding.details)
                unwinding.answered((await answer) if awaited else answer)
            except:
                unwinding.failed()
        return unwinding.finish()


@coroutine
def _anext_or_default(awaitable, default):
    # What anext(iterator, default) returns.
    try:
        return (yield from awaitable.__await__())
    except StopAsyncIteration:
        return default
