"""Names of the types that the interpreter uses but does not name, and helpers to make classes."""

import sys


def _function():
    captured = None

    def inner():
        yield captured
    return inner


FunctionType = type(_function)
LambdaType = FunctionType
CodeType = type(_function.__code__)
MappingProxyType = type(type.__dict__)
SimpleNamespace = type(sys.implementation)
GeneratorType = type(_function()())


async def _coroutine():
    pass


_coroutine = _coroutine()
CoroutineType = type(_coroutine)
_coroutine.close()


async def _asyncgen():
    yield


AsyncGeneratorType = type(_asyncgen())


class _Class:
    def _method(self):
        pass


MethodType = type(_Class()._method)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
ModuleType = type(sys)

try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
    FrameType = type(_error.__traceback__.tb_frame)

WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__['fromkeys'])
CellType = type((lambda x: lambda: x)(None).__closure__[0])
NoneType = type(None)
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)

GetSetDescriptorType = type(FunctionType.__code__)
MemberDescriptorType = type(FunctionType.__globals__)

del _function, _coroutine, _asyncgen, _Class


def __getattr__(name):
    # Few programs need the classes of list[int] and int | str: they are made when somebody asks.
    if name in ('GenericAlias', 'UnionType'):
        import _krait_generics
        return globals().setdefault(name, getattr(_krait_generics, name))
    raise AttributeError('module %r has no attribute %r' % (__name__, name))


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Create a class object dynamically using the appropriate metaclass."""
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return meta(name, resolved, namespace, **kwds)


def resolve_bases(bases):
    """The bases of a class with those that are no classes replaced by what their __mro_entries__ gives."""
    result = []
    changed = False
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, '__mro_entries__', None)
        if entries is None:
            result.append(base)
            continue
        changed = True
        entries = entries(bases)
        if not isinstance(entries, tuple):
            raise TypeError('__mro_entries__ must return a tuple')
        result.extend(entries)
    return tuple(result) if changed else bases


def get_original_bases(cls):
    """The bases as the class statement had them."""
    try:
        return cls.__dict__.get('__orig_bases__', cls.__bases__)
    except AttributeError:
        raise TypeError('Expected an instance of type, not %r' % type(cls).__name__) from None


def prepare_class(name, bases=(), kwds=None):
    """Find the metaclass and make the namespace; returns (metaclass, namespace, kwds without the metaclass)."""
    kwds = dict(kwds) if kwds is not None else {}
    if 'metaclass' in kwds:
        meta = kwds.pop('metaclass')
    else:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        # Any other callable is taken as it is.
        meta = _most_derived_metaclass(meta, bases)
    if hasattr(meta, '__prepare__'):
        namespace = meta.__prepare__(name, bases, **kwds)
    else:
        namespace = {}
    return meta, namespace, kwds


def _most_derived_metaclass(winner, bases):
    for base in bases:
        meta = type(base)
        if issubclass(meta, winner):
            winner = meta
        elif not issubclass(winner, meta):
            raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                            "of the metaclasses of all its bases")
    return winner


class DynamicClassAttribute:
    """A property on instances; on the class, the attribute is looked up through the metaclass's __getattr__."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        # A docstring of the getter's is replaced when getter() replaces that.
        self.overwrite_doc = doc is None
        self.__doc__ = doc or fget.__doc__
        self.__isabstractmethod__ = True if getattr(fget, '__isabstractmethod__', False) else False

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is not None:
                return self.fget(instance)
            raise AttributeError("unreadable attribute")
        # On the class it is not there, except for ABCMeta to see.
        if not self.__isabstractmethod__:
            raise AttributeError()
        return self

    def __set__(self, instance, value):
        store = self.fset
        if store is None:
            raise AttributeError("can't set attribute")
        store(instance, value)

    def __delete__(self, instance):
        remove = self.fdel
        if remove is None:
            raise AttributeError("can't delete attribute")
        remove(instance)

    def _changed(self, fget, fset, fdel, doc):
        copy = type(self)(fget, fset, fdel, doc)
        copy.overwrite_doc = self.overwrite_doc
        return copy

    def getter(self, fget):
        return self._changed(fget, self.fset, self.fdel, fget.__doc__ if self.overwrite_doc else self.__doc__)

    def setter(self, fset):
        return self._changed(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return self._changed(self.fget, self.fset, fdel, self.__doc__)


def _of_generator(name):
    # A property of a wrapper: that attribute of the generator inside.
    return property(lambda self: getattr(self._GeneratorWrapper__wrapped, name))


class _GeneratorWrapper:
    # Makes a generator-like object awaitable.

    def __init__(self, gen):
        self.__wrapped = gen
        self.__isgen = type(gen) is GeneratorType
        for name in ('__name__', '__qualname__'):
            setattr(self, name, getattr(gen, name, None))

    def __iter__(self):
        # A true generator needs no help from here on.
        return self.__wrapped if self.__isgen else self

    __await__ = __iter__

    def __next__(self):
        return next(self.__wrapped)

    def send(self, val):
        return self.__wrapped.send(val)

    def close(self):
        return self.__wrapped.close()

    def throw(self, tp, *rest):
        return self.__wrapped.throw(tp, *rest)

    # The same under the names of both kinds.
    gi_code = cr_code = _of_generator('gi_code')
    gi_frame = cr_frame = _of_generator('gi_frame')
    gi_running = cr_running = _of_generator('gi_running')
    gi_yieldfrom = cr_await = _of_generator('gi_yieldfrom')


def coroutine(func):
    """Turn a generator function into one whose generators can be awaited."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE = 0x20, 0x80, 0x100
    if func.__class__ is FunctionType and getattr(func, '__code__', None).__class__ is CodeType:
        code = func.__code__
        if code.co_flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE):
            return func
        if code.co_flags & CO_GENERATOR:
            func.__code__ = CodeType(
                code.co_argcount, code.co_kwonlyargcount, code.co_nlocals, code.co_stacksize,
                code.co_flags | CO_ITERABLE_COROUTINE, code.co_code, code.co_consts, code.co_names,
                code.co_varnames, code.co_filename, code.co_name, code.co_firstlineno, code.co_lnotab,
                code.co_freevars, code.co_cellvars)
            return func

    from functools import wraps
    from _collections_abc import Coroutine, Generator

    @wraps(func)
    def wrapped(*args, **kwargs):
        result = func(*args, **kwargs)
        if result.__class__ is CoroutineType:
            return result
        if result.__class__ is GeneratorType and result.gi_code.co_flags & CO_ITERABLE_COROUTINE:
            return result
        if isinstance(result, Generator) and not isinstance(result, Coroutine):
            return _GeneratorWrapper(result)
        return result

    return wrapped


__all__ = [name for name in globals() if name[:1] != '_' and name != 'sys']
