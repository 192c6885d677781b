"""What inspect tells about the kinds of objects and about their members; its functions appear to be of that module."""

import abc
import builtins
import collections.abc
from collections import namedtuple
import functools
import itertools
import sys
import types

from dis import COMPILER_FLAG_NAMES as _flag_names

# CO_OPTIMIZED ...: the bits of co_flags.
for _bit, _name in _flag_names.items():
    globals()['CO_' + _name] = _bit
del _bit, _name

TPFLAGS_IS_ABSTRACT = 1 << 20

# For the functions and classes below, and for pickle.
__name__ = 'inspect'

_sentinel = object()


# ---------------------------------------------------------------------------------------------- what an object is

def ismodule(object):
    """Whether it is a module."""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Whether it is a class."""
    return isinstance(object, type)


def ismethod(object):
    """Whether it is a method written in Python, bound to an object."""
    return isinstance(object, types.MethodType)


def _is_descriptor(object, sets):
    # Classes, methods and functions count as what they are, though functions are descriptors.
    kind = type(object)
    return (hasattr(kind, '__get__') and hasattr(kind, '__set__') == sets and
            not (isclass(object) or ismethod(object) or isfunction(object)))


def ismethoddescriptor(object):
    """Whether it is a descriptor that only gets, and none of ismethod(), isfunction(), isclass()."""
    return _is_descriptor(object, False)


def isdatadescriptor(object):
    """Whether it is a descriptor that gets and sets."""
    return _is_descriptor(object, True)


def ismemberdescriptor(object):
    """Whether it is a descriptor of a field that native code or __slots__ has made."""
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    """Whether it is a descriptor of a computed attribute of a native type."""
    return isinstance(object, types.GetSetDescriptorType)


def isfunction(object):
    """Whether it is a function written in Python."""
    return isinstance(object, types.FunctionType)


def _has_code_flag(object, flag):
    return bool((isfunction(object) or ismethod(object)) and object.__code__.co_flags & flag)


def isgeneratorfunction(object):
    """Whether calling it makes a generator."""
    return _has_code_flag(object, CO_GENERATOR)


def iscoroutinefunction(object):
    """Whether it is an `async def` function without yield."""
    return _has_code_flag(object, CO_COROUTINE)


def isasyncgenfunction(object):
    """Whether it is an `async def` function with yield."""
    return _has_code_flag(object, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    """Whether it is an asynchronous generator."""
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    """Whether it is a generator."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Whether it is a coroutine."""
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    """Whether `await` takes it."""
    if isgenerator(object):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return iscoroutine(object) or isinstance(object, collections.abc.Awaitable)


def istraceback(object):
    """Whether it is a traceback."""
    return isinstance(object, types.TracebackType)


def isframe(object):
    """Whether it is a frame."""
    return isinstance(object, types.FrameType)


def iscode(object):
    """Whether it is a code object."""
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    """Whether it is a native function or bound method."""
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    """Whether it is a function or method of any kind."""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isabstract(object):
    """Whether it is a class with abstract methods."""
    if not isinstance(object, type):
        return False
    if object.__flags__ & TPFLAGS_IS_ABSTRACT:
        return True
    if not issubclass(type(object), abc.ABCMeta) or hasattr(object, '__abstractmethods__'):
        return False
    # Asked from __init_subclass__: ABCMeta has not looked yet.
    if any(getattr(value, '__isabstractmethod__', False) for value in object.__dict__.values()):
        return True
    for base in object.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(object, name, None), '__isabstractmethod__', False):
                return True
    return False


# ---------------------------------------------------------------------------------------------- members

def getmembers(object, predicate=None):
    """All (name, value) of an object's attributes, sorted by name; predicate picks values."""
    mro = (object,) + getmro(object) if isclass(object) else ()
    names = dir(object)
    try:
        # DynamicClassAttributes of metaclasses are not in dir().
        for base in object.__bases__:
            names += [name for name, value in base.__dict__.items() if isinstance(value, types.DynamicClassAttribute)]
    except AttributeError:
        pass
    results, seen = [], set()
    for name in names:
        try:
            value = getattr(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue   # dir() promised too much
        if not predicate or predicate(value):
            results.append((name, value))
        seen.add(name)
    results.sort(key=lambda pair: pair[0])
    return results


Attribute = namedtuple('Attribute', 'name kind defining_class object')


def classify_class_attrs(cls):
    """Attribute(name, kind, defining_class, object) of all of a class's attributes.

    kind: 'class method', 'static method', 'property', 'method' or 'data'.
    """
    mro = getmro(cls)
    metamro = tuple(base for base in getmro(type(cls)) if base not in (type, object))
    class_bases = (cls,) + mro
    all_bases = class_bases + metamro
    names = dir(cls)
    for base in mro:
        names += [name for name, value in base.__dict__.items() if isinstance(value, types.DynamicClassAttribute)]
    result, seen = [], set()
    for name in names:
        home = got = found = None
        if name not in seen:
            try:
                if name == '__dict__':
                    raise Exception('the attribute __dict__ is of no interest')
                got = getattr(cls, name)
            except Exception:
                pass
            else:
                home = getattr(got, '__objclass__', home)
                if home not in class_bases:
                    # A metaclass's __getattr__ may have made it; it must be written somewhere.
                    home = last = None
                    for base in class_bases:
                        if getattr(base, name, None) is got:
                            last = base
                    for base in metamro:
                        try:
                            value = base.__getattr__(cls, name)
                        except AttributeError:
                            continue
                        if value is got:
                            last = base
                    if last is not None:
                        home = last
        for base in all_bases:
            if name in base.__dict__:
                found = base.__dict__[name]
                if home not in metamro:
                    home = base
                break
        if home is None:
            continue
        obj = found if got is None else got
        if isinstance(found, staticmethod):
            kind, obj = 'static method', found
        elif isinstance(found, classmethod):
            kind, obj = 'class method', found
        elif isinstance(found, property):
            kind, obj = 'property', found
        elif isroutine(obj):
            kind = 'method'
        else:
            kind = 'data'
        result.append(Attribute(name, kind, home, obj))
        seen.add(name)
    return result


def getmro(cls):
    """The classes that attributes of a class are looked for in."""
    return cls.__mro__


def unwrap(func, *, stop=None):
    """The function that decorators have been put around, by way of __wrapped__. stop: called to end before."""
    first = func
    seen = {id(first)}
    most = sys.getrecursionlimit()
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= most:
            raise ValueError('wrapper loop when unwrapping {!r}'.format(first))
        seen.add(id(func))
    return func
