"""Stands in for CPython's module of C functions for tests, as far as Python can: limits of C's types, and functions that
raise or make exceptions. Tests that need more of it fail on the missing name."""

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
