"""Shallow and deep copies: copy.copy(x), copy.deepcopy(x).

A class decides with __copy__() and __deepcopy__(memo), or with the methods that pickle uses.
"""

from copyreg import dispatch_table
import types as _types
import weakref as _weakref

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

PyStringMap = None

_immutable = {type(None), int, float, bool, complex, str, tuple, bytes, frozenset, type, range, slice, property,
              type(Ellipsis), type(NotImplemented), _types.BuiltinFunctionType, _types.FunctionType, _types.CodeType,
              _weakref.ref}
_atomic = _immutable - {tuple, frozenset, slice, range}
_copiers = {list: list.copy, dict: dict.copy, set: set.copy, bytearray: bytearray.copy}


def copy(x):
    """Shallow copy operation on arbitrary Python objects."""
    cls = type(x)
    if cls in _immutable:
        return x
    copier = _copiers.get(cls)
    if copier is not None:
        return copier(x)
    try:
        is_class = issubclass(cls, type)
    except TypeError:
        is_class = False
    if is_class:
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    reduced = _reduce(x, cls)
    if isinstance(reduced, str):
        return x
    return _reconstruct(x, None, *reduced)


def _reduce(x, cls):
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, "__reduce__", None)
    if reductor is not None:
        return reductor()
    raise Error("un(deep)copyable object of type %s" % cls)


def deepcopy(x, memo=None, _nil=[]):
    """Deep copy operation on arbitrary Python objects."""
    if memo is None:
        memo = {}
    key = id(x)
    y = memo.get(key, _nil)
    if y is not _nil:
        return y
    cls = type(x)
    if cls in _atomic:
        return x
    copier = _deepcopiers.get(cls)
    if copier is not None:
        y = copier(x, memo)
    else:
        try:
            is_class = issubclass(cls, type)
        except TypeError:
            is_class = False
        if is_class:
            return x
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            y = copier(memo)
        else:
            reduced = _reduce(x, cls)
            y = x if isinstance(reduced, str) else _reconstruct(x, memo, *reduced)
    if y is not x:
        memo[key] = y
        # Keep x alive as long as the memo: its id stands for it.
        keep = memo.get(id(memo))
        if keep is None:
            memo[id(memo)] = [x]
        else:
            keep.append(x)
    return y


def _deepcopy_list(x, memo):
    y = []
    memo[id(x)] = y
    append = y.append
    for item in x:
        append(deepcopy(item, memo))
    return y


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # A cycle through the tuple has copied it meanwhile.
    done = memo.get(id(x))
    if done is not None:
        return done
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deepcopy_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deepcopiers = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict,
                _types.MethodType: _deepcopy_method}


def _set_state(obj, state):
    # As pickle does it: by the object itself, or attributes, or (attributes, slots).
    if hasattr(obj, '__setstate__'):
        obj.__setstate__(state)
        return
    attributes, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
    if attributes is not None:
        obj.__dict__.update(attributes)
    for name, value in () if slots is None else slots.items():
        setattr(obj, name, value)


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y   # before the state, which may lead back to it
    if state is not None:
        _set_state(y, deepcopy(state, memo) if deep else state)
    if listiter is not None:
        for item in listiter:
            y.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def replace(*args, **changes):
    """Return a new object replacing specified fields with new values: replace(obj, **changes).

    This is especially useful for immutable objects, like named tuples or frozen dataclasses.
    """
    if len(args) != 1:
        raise TypeError('replace() takes 1 positional argument but %d were given' % len(args))
    method = getattr(type(args[0]), '__replace__', None)
    if method is None:
        raise TypeError('replace() does not support %s objects' % type(args[0]).__name__)
    return method(args[0], **changes)
