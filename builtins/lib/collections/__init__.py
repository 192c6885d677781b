"""Containers beyond dict, list, set and tuple: namedtuple, deque, ChainMap, Counter, OrderedDict, defaultdict,
UserDict, UserList, UserString."""

__all__ = ['deque', 'defaultdict', 'namedtuple', 'UserDict', 'UserList', 'UserString', 'Counter', 'OrderedDict',
           'ChainMap']

from _collections_abc import *
import _collections_abc
from _collections import deque, defaultdict, OrderedDict
from keyword import iskeyword as _iskeyword
import sys as _sys

__all__ += _collections_abc.__all__

MutableSequence.register(deque)

try:
    from _collections import _count_elements
except ImportError:
    def _count_elements(mapping, iterable):
        """Add one to mapping[element] for each element of the iterable."""
        get = mapping.get
        for elem in iterable:
            mapping[elem] = get(elem, 0) + 1


# ---------------------------------------------------------------------------------------------------------------
# namedtuple

class _SourceText:
    # Written out only when somebody asks for it: the class itself is not made from this text.
    def __init__(self, typename, names):
        self.typename = typename
        self.names = names

    def __get__(self, instance, owner):
        names = self.names
        typename = self.typename
        args = ', '.join(names)
        lines = [
            'from builtins import property as _property, tuple as _tuple',
            'from operator import itemgetter as _itemgetter',
            'from collections import OrderedDict',
            '',
            'class %s(tuple):' % typename,
            "    '%s(%s)'" % (typename, args),
            '',
            '    __slots__ = ()',
            '',
            '    _fields = %r' % (names,),
            '',
            '    def __new__(_cls%s):' % ''.join(', ' + name for name in names),
            "        'Create new instance of %s(%s)'" % (typename, args),
            '        return _tuple.__new__(_cls, (%s))' % ''.join(name + ', ' for name in names),
            '',
            '    @classmethod',
            '    def _make(cls, iterable):',
            "        'Make a new %s object from a sequence or iterable'" % typename,
            '        result = _tuple.__new__(cls, iterable)',
            '        if len(result) != %d:' % len(names),
            "            raise TypeError('Expected %d arguments, got %%d' %% len(result))" % len(names),
            '        return result',
            '',
            '    def _replace(_self, **kwds):',
            "        'Return a new %s object replacing specified fields with new values'" % typename,
            '        result = _self._make(map(kwds.pop, %r, _self))' % (names,),
            '        if kwds:',
            "            raise ValueError('Got unexpected field names: %r' % list(kwds))",
            '        return result',
            '',
            '    def __repr__(self):',
            "        'Return a nicely formatted representation string'",
            "        return self.__class__.__name__ + '(%s)' %% self" % ', '.join(n + '=%r' for n in names),
            '',
            '    def _asdict(self):',
            "        'Return a new OrderedDict which maps field names to their values.'",
            '        return OrderedDict(zip(self._fields, self))',
            '',
            '    def __getnewargs__(self):',
            "        'Return self as a plain tuple.  Used by copy and pickle.'",
            '        return tuple(self)',
            '',
        ]
        for index, name in enumerate(names):
            lines.append("    %s = _property(_itemgetter(%d), doc='Alias for field number %d')" % (name, index, index))
        return '\n'.join(lines) + '\n'


def _clean_field_names(names, rename):
    seen = set()
    for index, name in enumerate(names):
        if (not name.isidentifier() or _iskeyword(name) or name[0] == '_' or name in seen) and rename:
            names[index] = '_%d' % index
        seen.add(name)
    return names


def _check_names(typename, names, rename):
    for name in [typename] + names:
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError('Type names and field names must be valid identifiers: %r' % name)
        if _iskeyword(name):
            raise ValueError('Type names and field names cannot be a keyword: %r' % name)
    seen = set()
    for name in names:
        if name[0] == '_' and not rename:
            raise ValueError('Field names cannot start with an underscore: %r' % name)
        if name in seen:
            raise ValueError('Encountered duplicate field name: %r' % name)
        seen.add(name)


def namedtuple(typename, field_names, *, verbose=False, rename=False, module=None, defaults=None):
    """Returns a new subclass of tuple with named fields; defaults: values of the last of them.

    >>> Point = namedtuple('Point', ['x', 'y'])
    >>> p = Point(11, y=22)
    >>> p[0] + p.y
    33
    >>> p._replace(x=100)
    Point(x=100, y=22)
    """
    from _operator import itemgetter
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    typename = str(typename)
    names = list(map(str, field_names))
    if rename:
        names = _clean_field_names(names, rename)
    _check_names(typename, names, rename)

    names = tuple(map(_sys.intern, names))
    count = len(names)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > count:
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(names[count - len(defaults):], defaults))
    args = ', '.join(names)
    tuple_new = tuple.__new__
    repr_format = '(' + ', '.join([name + '=%r' for name in names]) + ')'

    scope = {'_tuple_new': tuple_new, '__builtins__': {}, '__name__': 'namedtuple_' + typename}
    exec('def __new__(_cls%s):\n    return _tuple_new(_cls, (%s))'
         % (''.join([', ' + name for name in names]), ''.join([name + ', ' for name in names])), scope)
    __new__ = scope['__new__']
    if defaults is not None:
        __new__.__defaults__ = defaults
    __new__.__doc__ = 'Create new instance of %s(%s)' % (typename, args)

    def _make(cls, iterable, new=tuple_new, len=len):
        result = new(cls, iterable)
        if len(result) != count:
            raise TypeError('Expected %d arguments, got %d' % (count, len(result)))
        return result

    def _replace(_self, **kwds):
        result = _self._make(map(kwds.pop, names, _self))
        if kwds:
            raise ValueError('Got unexpected field names: %r' % list(kwds))
        return result

    def __repr__(self):
        """Return a nicely formatted representation string"""
        return self.__class__.__name__ + repr_format % self

    def _asdict(self):
        """Return a new OrderedDict which maps field names to their values."""
        return OrderedDict(zip(self._fields, self))

    def __getnewargs__(self):
        """Return self as a plain tuple.  Used by copy and pickle."""
        return tuple(self)

    _make.__doc__ = 'Make a new %s object from a sequence or iterable' % typename
    _replace.__doc__ = 'Return a new %s object replacing specified fields with new values' % typename
    for function in (__new__, _make, _replace, __repr__, _asdict, __getnewargs__):
        function.__qualname__ = typename + '.' + function.__name__

    namespace = {
        '_field_defaults': field_defaults, '__match_args__': names,
        '__replace__': _replace, '__doc__': '%s(%s)' % (typename, args), '__slots__': (), '_fields': names,
        '_source': _SourceText(typename, names), '__new__': __new__, '_make': classmethod(_make), '_replace': _replace,
        '__repr__': __repr__, '_asdict': _asdict, '__getnewargs__': __getnewargs__,
    }
    for index, name in enumerate(names):
        namespace[name] = property(itemgetter(index), doc='Alias for field number %d' % index)
    # Pickling looks the class up by module and name: that of the caller.
    if module is None:
        try:
            module = _sys._getframe(1).f_globals.get('__name__', '__main__')
        except (AttributeError, ValueError):
            module = None
    if module is not None:
        namespace['__module__'] = module
    result = type(typename, (tuple,), namespace)
    if verbose:
        print(result._source)
    return result


# ---------------------------------------------------------------------------------------------------------------
# Counter

class Counter(dict):
    """Dict subclass for counting hashable items: elements are keys, their counts are values.

    >>> c = Counter('abcdeabcdabcaba')
    >>> c.most_common(3)
    [('a', 5), ('b', 4), ('c', 3)]
    >>> sum(c.values())
    15
    """

    def __init__(*args, **kwds):
        """Create a Counter; counts come from an iterable of elements, a mapping of counts, or keywords."""
        self, source = _self_and_source('__init__', args)
        super(Counter, self).__init__()
        self.update(source, **kwds)

    def __missing__(self, key):
        """The count of elements not in the Counter is zero."""
        return 0

    def most_common(self, n=None):
        """List the n most common elements and their counts from the most common to the least; all if n is None.

        >>> Counter('abcdeabcdabcaba').most_common(3)
        [('a', 5), ('b', 4), ('c', 3)]
        """
        if n is None:
            return sorted(self.items(), key=_count_of, reverse=True)
        from heapq import nlargest
        return nlargest(n, self.items(), key=_count_of)

    def total(self):
        """Sum of the counts."""
        return sum(self.values())

    def elements(self):
        """Iterator over elements repeating each as many times as its count."""
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(*args, **kwds):
        """Like dict.update() but add counts instead of replacing them."""
        self, source = _self_and_source('update', args)
        if not isinstance(source, Mapping):
            if source is not None:
                _count_elements(self, source)
        elif self:
            known = self.get
            for elem, count in source.items():
                self[elem] = count + known(elem, 0)
        else:
            super(Counter, self).update(source)
        if kwds:
            self.update(kwds)

    def subtract(*args, **kwds):
        """Like dict.update() but subtracts counts instead of replacing them; results may be zero or negative."""
        self, source = _self_and_source('subtract', args)
        known = self.get
        if isinstance(source, Mapping):
            for elem, count in source.items():
                self[elem] = known(elem, 0) - count
        elif source is not None:
            for elem in source:
                self[elem] = known(elem, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """Return a shallow copy."""
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):
        """Like dict.__delitem__() but does not raise KeyError for missing values."""
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        name = type(self).__name__
        if not self:
            return name + '()'
        try:
            return '%s({%s})' % (name, ', '.join(['%r: %r' % item for item in self.most_common()]))
        except TypeError:
            # Counts that do not compare cannot be ordered.
            return '%s(%r)' % (name, dict(self))

    # Inclusion: an element that is not there has the count zero.

    def __le__(self, other):
        """True if all counts in self are a subset of those in other."""
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[elem] <= other[elem] for counter in (self, other) for elem in counter)

    def __lt__(self, other):
        """True if all counts in self are a proper subset of those in other."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and any(self[elem] != other[elem] for counter in (self, other) for elem in counter)

    def __ge__(self, other):
        """True if all counts in self are a superset of those in other."""
        if not isinstance(other, Counter):
            return NotImplemented
        return other <= self

    def __gt__(self, other):
        """True if all counts in self are a proper superset of those in other."""
        if not isinstance(other, Counter):
            return NotImplemented
        return other < self

    def __add__(self, other):
        """Add counts, keeping positive ones.

        >>> Counter('abbb') + Counter('bcc')
        Counter({'b': 4, 'c': 2, 'a': 1})
        """
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            count = count + other[elem]
            if count > 0:
                result[elem] = count
        for elem, count in other.items():
            if elem not in self and count > 0:
                result[elem] = count
        return result

    def __sub__(self, other):
        """Subtract counts, keeping positive ones.

        >>> Counter('abbbc') - Counter('bccd')
        Counter({'b': 2, 'a': 1})
        """
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            count = count - other[elem]
            if count > 0:
                result[elem] = count
        for elem, count in other.items():
            if elem not in self and count < 0:
                result[elem] = 0 - count
        return result

    def __or__(self, other):
        """Union: the greater of both counts.

        >>> Counter('abbb') | Counter('bcc')
        Counter({'b': 3, 'c': 2, 'a': 1})
        """
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            theirs = other[elem]
            if count < theirs:
                count = theirs
            if count > 0:
                result[elem] = count
        for elem, count in other.items():
            if elem not in self and count > 0:
                result[elem] = count
        return result

    def __and__(self, other):
        """Intersection: the smaller of both counts.

        >>> Counter('abbb') & Counter('bcc')
        Counter({'b': 1})
        """
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            theirs = other[elem]
            if theirs < count:
                count = theirs
            if count > 0:
                result[elem] = count
        return result

    def __pos__(self):
        """The positive counts."""
        return Counter({elem: count for elem, count in self.items() if count > 0})

    def __neg__(self):
        """The negative counts, with their sign changed."""
        return Counter({elem: 0 - count for elem, count in self.items() if count < 0})

    def _keep_positive(self):
        for elem in [elem for elem, count in self.items() if not count > 0]:
            del self[elem]
        return self

    def __iadd__(self, other):
        """Add the other's counts in place, keeping positive ones."""
        for elem, count in other.items():
            self[elem] += count
        return self._keep_positive()

    def __isub__(self, other):
        """Subtract the other's counts in place, keeping positive ones."""
        for elem, count in other.items():
            self[elem] -= count
        return self._keep_positive()

    def __ior__(self, other):
        """Raise counts in place to those of the other, keeping positive ones."""
        for elem, count in other.items():
            if count > self[elem]:
                self[elem] = count
        return self._keep_positive()

    def __iand__(self, other):
        """Lower counts in place to those of the other, keeping positive ones."""
        for elem, count in self.items():
            theirs = other[elem]
            if theirs < count:
                self[elem] = theirs
        return self._keep_positive()


def _count_of(item):
    return item[1]


def _self_and_source(method, args):
    # The arguments of methods where every name may be an element; None for a source that is not given.
    if not args:
        raise TypeError("descriptor '%s' of 'Counter' object needs an argument" % method)
    if len(args) > 2:
        raise TypeError('expected at most 1 arguments, got %d' % (len(args) - 1))
    return args if len(args) == 2 else (args[0], None)


# ---------------------------------------------------------------------------------------------------------------
# ChainMap

class ChainMap(MutableMapping):
    """Several mappings seen as one: look-ups try each in turn, changes go to the first.

    The mappings are in the list attribute *maps*, which may be changed.
    """

    def __init__(self, *maps):
        self.maps = list(maps) if maps else [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                value = mapping[key]
            except KeyError:
                continue
            return value
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def __contains__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return True
        return False

    def get(self, key, default=None):
        return default if key not in self else self[key]

    def _all_keys(self):
        return set().union(*self.maps)

    def __iter__(self):
        return iter(self._all_keys())

    def __len__(self):
        return len(self._all_keys())

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        active = _chainmap_reprs
        key = id(self)
        if key in active:
            return '...'
        active.add(key)
        try:
            return '%s(%s)' % (self.__class__.__name__, ', '.join(map(repr, self.maps)))
        finally:
            active.discard(key)

    @classmethod
    def fromkeys(cls, iterable, *args):
        """Create a ChainMap with a single dict created from the iterable."""
        return cls(dict.fromkeys(iterable, *args))

    def copy(self):
        """New ChainMap (or subclass) with a new copy of maps[0] and references to maps[1:]"""
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """New ChainMap with a new map followed by all previous maps; an empty dict if none is given.

        Keyword arguments update the map.
        """
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        """New ChainMap from maps[1:]."""
        return self.__class__(*self.maps[1:])

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        result = self.copy()
        result.maps[0].update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        merged = dict(other)
        for mapping in reversed(self.maps):
            merged.update(mapping)
        return self.__class__(merged)

    # Changes: of the first mapping alone, with errors that say so.

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def pop(self, key, *args):
        """Remove *key* from maps[0] and return its value. Raise KeyError if *key* not in maps[0]."""
        first = self.maps[0]
        try:
            return first.pop(key, *args)
        except KeyError:
            raise KeyError('Key not found in the first mapping: {!r}'.format(key))

    def __delitem__(self, key):
        first = self.maps[0]
        try:
            del first[key]
        except KeyError:
            raise KeyError('Key not found in the first mapping: {!r}'.format(key))

    def popitem(self):
        """Remove and return an item pair from maps[0]. Raise KeyError if maps[0] is empty."""
        first = self.maps[0]
        try:
            return first.popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def clear(self):
        """Clear maps[0], leaving maps[1:] intact."""
        self.maps[0].clear()


# Chain maps whose repr is under way: one may contain itself.
_chainmap_reprs = set()


from collections._user import UserDict, UserList, UserString
