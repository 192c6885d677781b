"""Stands in for CPython's module of C functions for tests, as far as Python can: limits of C's types, and functions that
raise, make or print exceptions and that call others. Tests that need more of it fail on the missing name."""
import io
import sys

CHAR_MAX, SHRT_MAX, INT_MAX, LONG_MAX = (2 ** (bits - 1) - 1 for bits in (8, 16, 32, 64))
CHAR_MIN, SHRT_MIN, INT_MIN, LONG_MIN = (-2 ** (bits - 1) for bits in (8, 16, 32, 64))
UCHAR_MAX, USHRT_MAX, UINT_MAX, ULONG_MAX = (2 ** bits - 1 for bits in (8, 16, 32, 64))
PY_SSIZE_T_MAX, PY_SSIZE_T_MIN = LONG_MAX, LONG_MIN
LLONG_MAX, LLONG_MIN, ULLONG_MAX = LONG_MAX, LONG_MIN, ULONG_MAX


def raise_exception(exception, count):
    """Raises the class, called with as many arguments."""
    raise exception(*range(count))


def raise_memoryerror():
    raise MemoryError


def make_exception_with_doc(name, doc=None, base=Exception, dict=None):
    """A new class of exceptions; `name` has a dot behind the module's name."""
    if '.' not in name:
        raise SystemError('name must be module.class')
    module, _, short = name.rpartition('.')
    space = {'__module__': module}
    if doc is not None:
        space['__doc__'] = doc
    space.update(dict or {})
    return type(short, base if isinstance(base, tuple) else (base,), space)


def exception_print(error):
    """Prints an exception as the interpreter does, to sys.stderr."""
    sys.__excepthook__(type(error), error, error.__traceback__)


def traceback_print(tb, file):
    """Prints a traceback as the interpreter does: what it prints of an exception without its last line."""
    shown, sys.stderr = sys.stderr, io.StringIO()
    try:
        sys.__excepthook__(Exception, Exception(), tb)
        text = sys.stderr.getvalue()
    finally:
        sys.stderr = shown
    file.write(text[:text.rindex('\n', 0, -1) + 1])


def pyobject_fastcall(function, args):
    return function(*args or ())


def pyobject_fastcalldict(function, args, kwargs):
    return function(*args or (), **kwargs or {})


def pyobject_fastcallkeywords(function, args, names):
    args, names = args or (), names or ()
    count = len(args) - len(names)
    return function(*args[:count], **dict(zip(names, args[count:])))
