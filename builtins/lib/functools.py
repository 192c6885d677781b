"""Functions that work on functions."""

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cmp_to_key',
           'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch', 'cache', 'cached_property',
           'singledispatchmethod']

from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper function look like the wrapped one, which becomes its __wrapped__.

    Attributes named in assigned are copied over; those named in updated are dictionaries and are merged.
    """
    for attr in assigned:
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            continue
        setattr(wrapper, attr, value)
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
    # Last: the wrapped one's __dict__ may hold a __wrapped__ of its own.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator that applies update_wrapper() to the decorated function, with the arguments of wraps()."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# ---------------------------------------------------------------------------------------------------------------
# total_ordering. Each function takes the class's own answer for `root` and derives another comparison from it.
# They ask type(self).__root__ and not the operator: the operator may try the other operand and come back here.

def _negate(name, root, doc):
    def method(self, other, NotImplemented=NotImplemented):
        answer = getattr(self, root)(other)
        return answer if answer is NotImplemented else not answer
    return _finish(method, name, doc)


def _or_equal(name, root, doc):
    def method(self, other, NotImplemented=NotImplemented):
        answer = getattr(self, root)(other)
        return answer or self == other
    return _finish(method, name, doc)


def _and_differs(name, root, doc):
    def method(self, other, NotImplemented=NotImplemented):
        answer = getattr(self, root)(other)
        return answer if answer is NotImplemented else answer and self != other
    return _finish(method, name, doc)


def _not_and_differs(name, root, doc):
    def method(self, other, NotImplemented=NotImplemented):
        answer = getattr(self, root)(other)
        return answer if answer is NotImplemented else not answer and self != other
    return _finish(method, name, doc)


def _not_or_equal(name, root, doc):
    def method(self, other, NotImplemented=NotImplemented):
        answer = getattr(self, root)(other)
        return answer if answer is NotImplemented else not answer or self == other
    return _finish(method, name, doc)


def _finish(method, name, doc):
    method.__name__ = name
    method.__doc__ = doc
    return method


_symbols = {'__lt__': '<', '__le__': '<=', '__gt__': '>', '__ge__': '>='}
# root: ((comparison, maker), ...)
_derivations = {
    '__lt__': (('__gt__', _not_and_differs), ('__le__', _or_equal), ('__ge__', _negate)),
    '__le__': (('__ge__', _not_or_equal), ('__lt__', _and_differs), ('__gt__', _negate)),
    '__gt__': (('__lt__', _not_and_differs), ('__ge__', _or_equal), ('__le__', _negate)),
    '__ge__': (('__le__', _not_or_equal), ('__gt__', _and_differs), ('__lt__', _negate)),
}


def total_ordering(cls):
    """Class decorator that fills in missing ordering methods: the class defines __eq__ and one of the others."""
    defined = [op for op in ('__lt__', '__le__', '__gt__', '__ge__')
               if getattr(cls, op, None) is not getattr(object, op, None)]
    if not defined:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = defined[0]
    for name, make in _derivations[root]:
        if name not in defined:
            doc = 'Return a %s b.  Computed by @total_ordering from a %s b.' % (_symbols[name], _symbols[root])
            method = make(name, root, doc)
            # Found by pickle under the class.
            method.__module__ = cls.__module__
            method.__qualname__ = cls.__qualname__ + '.' + name
            setattr(cls, name, method)
    return cls


# ---------------------------------------------------------------------------------------------------------------
# partialmethod

class partialmethod:
    """Method descriptor with partial application of the given arguments and keywords.

    Wraps functions and other descriptors as well as plain callables.
    """

    def __init__(self, func, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("{!r} is not callable or a descriptor".format(func))
        if isinstance(func, partialmethod):
            # One level is enough: the inner one's arguments go first.
            args = func.args + args
            merged = func.keywords.copy()
            merged.update(keywords)
            func, keywords = func.func, merged
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        return "%s.%s(%s, %s, %s)" % (
            self.__class__.__module__, self.__class__.__qualname__, self.func,
            ", ".join(map(repr, self.args)),
            ", ".join("{}={!r}".format(key, value) for key, value in self.keywords.items()))

    def _make_unbound_method(self):
        def _method(*args, **keywords):
            merged = self.keywords.copy()
            merged.update(keywords)
            instance, *rest = args
            return self.func(instance, *self.args, *rest, **merged)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls):
        get = getattr(self.func, "__get__", None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


# ---------------------------------------------------------------------------------------------------------------
# lru_cache

_cache_info_type = None


def _CacheInfo(hits, misses, maxsize, currsize):
    # The named tuple is made when the first cache_info() asks for it.
    global _cache_info_type
    if _cache_info_type is None:
        from collections import namedtuple
        _cache_info_type = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module='functools')
    return _cache_info_type(hits, misses, maxsize, currsize)


def lru_cache(maxsize=128, typed=False):
    """Decorator that remembers the results of the latest calls.

    With maxsize None nothing is forgotten. With typed true, arguments of different types are kept apart, so that
    f(3) and f(3.0) are distinct calls. Arguments must be hashable. The function gets cache_info(), cache_clear()
    and __wrapped__.
    """
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError('Expected maxsize to be an integer or None')

    def decorating_function(user_function):
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, user_function)

    return decorating_function


def cache(user_function):
    """Decorator that remembers the results of all calls: lru_cache(maxsize=None)."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """Decorator for a method of no arguments: its first result becomes an attribute of the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = getattr(func, '__module__', None)

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names (%r and %r)."
                            % (self.attrname, name))

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            attributes = instance.__dict__
        except AttributeError:
            raise TypeError("No '__dict__' attribute on %r instance to cache %r property."
                            % (type(instance).__name__, name)) from None
        if name in attributes:
            return attributes[name]
        value = self.func(instance)
        try:
            attributes[name] = value
        except TypeError:
            raise TypeError("The '__dict__' attribute on %r instance does not support item assignment for caching %r "
                            "property." % (type(instance).__name__, name)) from None
        return value


# ---------------------------------------------------------------------------------------------------------------
# singledispatch

def _linearize(cls, abcs):
    """The method resolution order of cls as if it inherited from those of the abstract classes that it implements."""
    # Each class is followed by the abstract ones that its own interface brings in, most specific first.
    def merge(sequences):
        result = []
        while True:
            sequences = [seq for seq in sequences if seq]
            if not sequences:
                return result
            for seq in sequences:
                head = seq[0]
                if not any(head in other[1:] for other in sequences):
                    break
            else:
                raise RuntimeError('Inconsistent hierarchy')
            result.append(head)
            for seq in sequences:
                if seq[0] is head:
                    del seq[0]

    bases = list(cls.__bases__)
    # Abstract classes stand behind the last explicit base that is itself abstract.
    boundary = 0
    for i in range(len(bases), 0, -1):
        if hasattr(bases[i - 1], '__abstractmethods__'):
            boundary = i
            break
    own = [base for base in abcs
           if issubclass(cls, base) and not any(issubclass(b, base) for b in bases)]
    rest = [base for base in abcs if base not in own]
    explicit, others = bases[:boundary], bases[boundary:]
    return merge([[cls]] + [_linearize(base, rest) for base in explicit + own + others]
                 + [explicit, list(own), others])


def _relevant_abcs(cls, types):
    """The abstract classes among types (and their descendants that cls implements) which cls has not as bases."""
    mro = set(cls.__mro__)

    def implemented(typ):
        return typ not in mro and hasattr(typ, '__mro__') and issubclass(cls, typ)

    candidates = [typ for typ in types if implemented(typ)]
    candidates = [typ for typ in candidates
                  if not any(typ is not other and typ in other.__mro__ for other in candidates)]
    wanted = set(types)
    result = []
    for typ in candidates:
        found = []
        for sub in typ.__subclasses__():
            if sub not in mro and issubclass(cls, sub):
                found.append([s for s in sub.__mro__ if s in wanted])
        if not found:
            result.append(typ)
            continue
        found.sort(key=len, reverse=True)
        for subs in found:
            for sub in subs:
                if sub not in result:
                    result.append(sub)
    return result


def _find_implementation(cls, registry):
    """The implementation registered for the class nearest to cls; RuntimeError if two are as near."""
    mro = _linearize(cls, _relevant_abcs(cls, registry.keys()))
    match = None
    for candidate in mro:
        if match is not None:
            if (candidate in registry and candidate not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, candidate)):
                raise RuntimeError("Ambiguous dispatch: {} or {}".format(match, candidate))
            break
        if candidate in registry:
            match = candidate
    return registry.get(match)


def _class_of_first_parameter(func):
    annotations = getattr(func, '__annotations__', {})
    if not annotations:
        raise TypeError("Invalid first argument to `register()`: %r. Use either `@register(some_class)` or plain "
                        "`@register` on an annotated function." % (func,))
    name, cls = next(iter(annotations.items()))
    if isinstance(cls, str):
        cls = eval(cls, getattr(func, '__globals__', {}))
    if not isinstance(cls, type):
        raise TypeError("Invalid annotation for %r. %r is not a class." % (name, cls))
    return cls


def singledispatch(func):
    """Turn a function into a generic one, whose implementation is chosen by the type of the first argument.

    register(type) adds an implementation, dispatch(type) tells which would run, registry shows them all.
    """
    from abc import get_cache_token
    from types import MappingProxyType
    from weakref import WeakKeyDictionary

    registry = {}
    chosen = WeakKeyDictionary()
    token = None

    def dispatch(cls):
        """generic_func.dispatch(cls) -> <function implementation>"""
        nonlocal token
        # Registering with an abstract class changes who implements what.
        if token is not None:
            current = get_cache_token()
            if token != current:
                chosen.clear()
                token = current
        try:
            return chosen[cls]
        except KeyError:
            pass
        implementation = registry[cls] if cls in registry else _find_implementation(cls, registry)
        chosen[cls] = implementation
        return implementation

    def register(cls, func=None):
        """generic_func.register(cls, func) -> func"""
        nonlocal token
        if func is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            # Without a class: that of the first parameter's annotation.
            func, cls = cls, _class_of_first_parameter(cls)
        registry[cls] = func
        if token is None and hasattr(cls, '__abstractmethods__'):
            token = get_cache_token()
        chosen.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError('%s requires at least 1 positional argument' % name)
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = chosen.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """The same for methods, chosen by the type of the first argument behind self or cls."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError('%r is not callable or a descriptor' % (func,))
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """generic_method.register(cls, func) -> func"""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        name = getattr(self.func, '__name__', 'singledispatchmethod method')

        def _method(*args, **kwargs):
            if not args:
                raise TypeError('%s requires at least 1 positional argument' % name)
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
