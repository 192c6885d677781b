"""Helpers for the with statement."""

import abc
from functools import wraps

from _async_contexts import (AbstractAsyncContextManager, AsyncContextDecorator, AsyncExitStack, _CallbackStack,
                             _Unwinding, aclosing, asynccontextmanager)

__all__ = ["contextmanager", "closing", "AbstractContextManager", "ContextDecorator", "ExitStack", "redirect_stdout",
           "redirect_stderr", "suppress", "nullcontext", "chdir", "AbstractAsyncContextManager", "asynccontextmanager",
           "AsyncContextDecorator", "AsyncExitStack", "aclosing"]


class AbstractContextManager(abc.ABC):
    """Context managers: classes with __enter__ and __exit__ belong here without saying so."""

    @classmethod
    def __subclasshook__(cls, C):
        if cls is not AbstractContextManager:
            return NotImplemented
        from _collections_abc import _check_methods
        return _check_methods(C, "__enter__", "__exit__")

    def __enter__(self):
        """The value for `as`: by default the manager itself."""
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """The end of the block; a true value silences the exception that ended it."""


class ContextDecorator(object):
    """A base class that lets a context manager decorate functions too."""

    def _recreate_cm(self):
        """The manager to use for one call; generator-based ones can run only once and make a new one."""
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            manager = self._recreate_cm()
            with manager:
                return func(*args, **kwds)
        return wraps(func)(inner)


class _GeneratorContextManager(ContextDecorator, AbstractContextManager):

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)

    def __enter__(self):
        for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield")

    def __exit__(self, type, value, traceback):
        if type is None:
            for _ in self.gen:
                raise RuntimeError("generator didn't stop")
            return False
        # What the block raised, which may come as a class only.
        error = type() if value is None else value
        try:
            self.gen.throw(type, error, traceback)
        except BaseException as exc:
            if exc is error:
                return False   # passed on: the with statement raises it again
            if isinstance(exc, StopIteration):
                return True    # the generator has ended in peace
            if type is StopIteration and isinstance(exc, RuntimeError) and exc.__cause__ is error:
                return False   # a StopIteration cannot leave a generator as it is
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    """Make a context manager factory of a generator function that yields once.

    What stands before the yield runs on entering, the value yielded is bound by `as`, what stands after the yield
    (usually in a finally) runs on leaving.
    """
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return wraps(func)(helper)


class closing(AbstractContextManager):
    """Calls the close() of an object at the end of a block."""

    def __init__(self, thing):
        self.thing = thing

    def __exit__(self, *exc_info):
        close = self.thing.close
        close()

    def __enter__(self):
        return self.thing


class _RedirectStream(AbstractContextManager):
    # _stream: the name in sys, given by the subclasses.
    _stream = None

    def __init__(self, new_target):
        # A stack: the same manager may be entered again.
        self._old_targets, self._new_target = [], new_target

    def __enter__(self):
        import sys
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        import sys
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends sys.stdout to another file during a block."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Sends sys.stderr to another file during a block."""

    _stream = "stderr"


class suppress(AbstractContextManager):
    """Leaves the block without a sound when one of the given exceptions happens in it."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __exit__(self, exctype, excinst, exctb):
        return False if exctype is None else issubclass(exctype, self._exceptions)

    def __enter__(self):
        return None


class ExitStack(_CallbackStack, AbstractContextManager):
    """A stack of exit callbacks, for as many context managers as a program decides at run time."""

    def push(self, exit):
        """Register an object with an __exit__ method, or a callback with the same signature; returns its argument."""
        try:
            method = type(exit).__exit__
        except AttributeError:
            self._exit_callbacks.append(exit)
        else:
            self._push_cm_exit(exit, method)
        return exit

    def enter_context(self, cm):
        """Enter the context manager, register its exit and return what __enter__ gave."""
        # Looked up on the type, like the with statement does, and before entering.
        cm_type = type(cm)
        method = cm_type.__exit__
        result = cm_type.__enter__(cm)
        self._push_cm_exit(cm, method)
        return result

    def _push_cm_exit(self, cm, cm_exit):
        def _exit_wrapper(*exc_details):
            return cm_exit(cm, *exc_details)
        _exit_wrapper.__self__ = cm
        self._exit_callbacks.append(_exit_wrapper)

    def callback(self, callback, *args, **kwds):
        """Register a function with arguments to be called at exit; it cannot suppress exceptions."""
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append(_exit_wrapper)
        return callback

    def close(self):
        """Unwind the stack now."""
        self.__exit__(None, None, None)

    def __exit__(self, *exc_details):
        unwinding = _Unwinding(exc_details)
        callbacks = self._exit_callbacks
        while callbacks:
            callback = callbacks.pop()
            try:
                unwinding.answered(callback(*unwinding.details))
            except:
                unwinding.failed()
        return unwinding.finish()


class nullcontext(AbstractContextManager):
    """Does nothing: for where a context manager is wanted and there is none to be had. Its value is the argument."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Changes the current folder for a block; not for programs whose threads or coroutines work meanwhile."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())
