"""Registration of functions that tell pickle and copy how to take objects apart."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Declare pickle_function the reduction function for objects of type ob_type."""
    if callable(pickle_function):
        dispatch_table[ob_type] = pickle_function
    else:
        raise TypeError("reduction functions must be callable")
    if constructor_ob is not None:
        constructor(constructor_ob)   # nothing but a check any more


def constructor(object):
    """Check that object can construct: it must be callable."""
    if callable(object):
        return
    raise TypeError("constructors must be callable")


def _pickle_complex(c):
    return complex, (c.real, c.imag)


pickle(complex, _pickle_complex, complex)


def _reconstructor(cls, base, state):
    # Named in pickles of protocols 0 and 1.
    if base is not object:
        made = base.__new__(cls, state)
        if base.__init__ != object.__init__:
            base.__init__(made, state)
    else:
        made = object.__new__(cls)
    return made


_HEAPTYPE = 1 << 9   # in the __flags__ of classes that Python code makes


def _reduce_ex(self, proto):
    # What object.__reduce_ex__ does for protocols 0 and 1.
    assert proto < 2
    cls = self.__class__
    native = next((base for base in cls.__mro__ if not getattr(base, '__flags__', _HEAPTYPE) & _HEAPTYPE), object)
    if native is cls and native is not object:
        raise TypeError("can't pickle %s objects" % native.__name__)
    result = _reconstructor, (cls, native, None if native is object else native(self))
    if hasattr(self, '__getstate__'):
        attributes = self.__getstate__()
    elif getattr(self, "__slots__", None):
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    else:
        attributes = getattr(self, '__dict__', None)
    return result + (attributes,) if attributes else result


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    """Used by pickle protocol 4 for classes whose __new__ takes keywords."""
    return cls.__new__(cls, *args, **kwargs)


def _slotnames(cls):
    """The names of all slots of a class and its bases, mangled as attributes are; kept in cls.__slotnames__."""
    names = cls.__dict__.get("__slotnames__")
    if names is not None:
        return names
    names = []
    if hasattr(cls, "__slots__"):
        for c in cls.__mro__:
            slots = c.__dict__.get('__slots__', ())
            for name in (slots,) if isinstance(slots, str) else slots:
                if name in ("__dict__", "__weakref__"):
                    continue
                if name.startswith('__') and not name.endswith('__'):
                    stripped = c.__name__.lstrip('_')
                    names.append('_%s%s' % (stripped, name) if stripped else name)
                else:
                    names.append(name)
    try:
        cls.__slotnames__ = names
    except Exception:
        pass
    return names


# Short numbers for (module, name) in pickles of protocol 2.
_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    """Register an extension code."""
    key, code = (module, name), int(code)
    if not 0 < code < 1 << 31:
        raise ValueError("code out of range")
    known_code, known_key = _extension_registry.get(key), _inverted_registry.get(code)
    if known_code == code and known_key == key:
        return
    if known_code is not None:
        raise ValueError("key %s is already registered with code %s" % (key, known_code))
    if known_key is not None:
        raise ValueError("code %s is already in use for key %s" % (code, known_key))
    _extension_registry[key], _inverted_registry[code] = code, key


def remove_extension(module, name, code):
    """Forget an extension code; tests need that."""
    key = module, name
    if (_extension_registry.get(key), _inverted_registry.get(code)) != (code, key):
        raise ValueError("key %s is not registered with code %s" % (key, code))
    for registry, entry in ((_extension_registry, key), (_inverted_registry, code)):
        del registry[entry]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()
