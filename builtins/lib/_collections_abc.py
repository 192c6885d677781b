"""Abstract base classes of containers, iterators, generators and coroutines; shown as collections.abc."""

from _abc import match_like as _match_like
from abc import ABCMeta, abstractmethod
from _typing import alias as _alias, callable_alias as _callable_alias
import sys

__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable",
           "Iterator", "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set",
           "MutableSet", "Mapping", "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView",
           "Sequence", "MutableSequence", "ByteString"]

__name__ = "collections.abc"

# Types that have no built-in name, by an object of each.
(bytes_iterator, bytearray_iterator, list_iterator, list_reverseiterator, tuple_iterator, str_iterator, set_iterator,
 range_iterator, longrange_iterator, zip_iterator, dict_keyiterator, dict_valueiterator, dict_itemiterator,
 ) = _iterator_types = tuple(type(iter(_source)) for _source in (
     b'', bytearray(), [], reversed([]), (), '', set(), range(1), range(1 << 99), zip(), {}, {}.values(), {}.items()))
dict_keys, dict_values, dict_items = (type(view({})) for view in (dict.keys, dict.values, dict.items))
mappingproxy = type(object.__dict__)
generator = type(_ for _ in ())


async def _probe():
    yield


async_generator = type(_probe())


async def _probe():
    return


_probe = _probe()
coroutine = type(_probe)
_probe.close()   # it would be reported as never awaited
del _probe


def _check_methods(C, *methods):
    """True when every method is found in the class; None anywhere means the class refuses it."""
    namespaces = [base.__dict__ for base in C.__mro__]
    for method in methods:
        if next((names[method] for names in namespaces if method in names), None) is None:
            return NotImplemented
    return True


def _found_by(*methods):
    """A __subclasshook__: classes with all these methods are subclasses, without saying so."""
    def __subclasshook__(cls, C):
        # Classes that inherit the hook ask for more than these methods.
        if cls.__dict__.get('__subclasshook__') is hook:
            return _check_methods(C, *methods)
        return NotImplemented
    hook = classmethod(__subclasshook__)
    return hook


class Hashable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0

    __subclasshook__ = _found_by("__hash__")


class Awaitable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield

    __subclasshook__ = _found_by("__await__")
    __class_getitem__ = classmethod(_alias)


class Coroutine(Awaitable):

    __slots__ = ()

    @abstractmethod
    def send(self, value):
        """Send a value into the coroutine. Return the next yielded value or raise StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raise an exception in the coroutine. Return the next yielded value or raise StopIteration."""
        _throw(typ, val, tb)

    def close(self):
        """Raise GeneratorExit inside the coroutine."""
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("coroutine ignored GeneratorExit")

    __subclasshook__ = _found_by('__await__', 'send', 'throw', 'close')


def _throw(typ, val, tb):
    # What throw() does by itself: raise.
    error = typ if val is None and tb is None else typ() if val is None else val
    raise error if tb is None else error.with_traceback(tb)


Coroutine.register(coroutine)


class AsyncIterable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __subclasshook__ = _found_by("__aiter__")
    __class_getitem__ = classmethod(_alias)


class AsyncIterator(AsyncIterable):

    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        """The awaitable of the next item; StopAsyncIteration at the end."""
        raise StopAsyncIteration

    def __aiter__(self):
        return self

    __subclasshook__ = _found_by("__anext__", "__aiter__")


class AsyncGenerator(AsyncIterator):

    __slots__ = ()

    async def __anext__(self):
        """Return the next item, or raise StopAsyncIteration at the end."""
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        """Send a value in and return what is yielded next, or raise StopAsyncIteration."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Raise an exception inside and return what is yielded next, or raise StopAsyncIteration."""
        _throw(typ, val, tb)

    async def aclose(self):
        """Raise GeneratorExit inside the generator."""
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")

    __subclasshook__ = _found_by('__aiter__', '__anext__', 'asend', 'athrow', 'aclose')


AsyncGenerator.register(async_generator)


class Iterable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        yield from ()

    __subclasshook__ = _found_by("__iter__")
    __class_getitem__ = classmethod(_alias)


class Iterator(Iterable):

    __slots__ = ()

    @abstractmethod
    def __next__(self):
        """Return the next item. When there is none, raise StopIteration."""
        raise StopIteration

    def __iter__(self):
        return self

    __subclasshook__ = _found_by('__iter__', '__next__')


for _type in _iterator_types:
    Iterator.register(_type)


class Reversible(Iterable):

    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        yield from ()

    __subclasshook__ = _found_by("__reversed__", "__iter__")


class Generator(Iterator):

    __slots__ = ()

    def __next__(self):
        """Return the next item. When there is none, raise StopIteration."""
        return self.send(None)

    @abstractmethod
    def send(self, value):
        """Send a value into the generator. Return the next yielded value or raise StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raise an exception in the generator. Return the next yielded value or raise StopIteration."""
        _throw(typ, val, tb)

    def close(self):
        """Raise GeneratorExit inside the generator."""
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("generator ignored GeneratorExit")

    __subclasshook__ = _found_by('__iter__', '__next__', 'send', 'throw', 'close')


Generator.register(generator)


class Sized(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0

    __subclasshook__ = _found_by("__len__")


class Container(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    __subclasshook__ = _found_by("__contains__")
    __class_getitem__ = classmethod(_alias)


class Collection(Sized, Iterable, Container):

    __slots__ = ()

    __subclasshook__ = _found_by("__len__", "__iter__", "__contains__")


class Callable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __subclasshook__ = _found_by("__call__")
    __class_getitem__ = classmethod(_callable_alias)


class Set(Collection):
    """A finite, iterable container without duplicates.

    Needs __contains__, __iter__ and __len__; override _from_iterable() when the constructor does not take an
    iterable.
    """

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        """Make a set of this kind from any iterable."""
        return cls(it)

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all(elem in other for elem in self)

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self.__le__(other)

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all(elem in self for elem in other)

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self.__ge__(other)

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self.__le__(other)

    def __and__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(filter(self.__contains__, other))
        return NotImplemented

    __rand__ = __and__

    def isdisjoint(self, other):
        """Return True if two sets have a null intersection."""
        return not any(value in self for value in other)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(value for part in (self, other) for value in part)

    __ror__ = __or__

    def __sub__(self, other):
        other = self._as_set(other)
        if other is None:
            return NotImplemented
        return self._from_iterable(value for value in self if value not in other)

    def __rsub__(self, other):
        other = self._as_set(other)
        if other is None:
            return NotImplemented
        return self._from_iterable(value for value in other if value not in self)

    def __xor__(self, other):
        other = self._as_set(other)
        if other is None:
            return NotImplemented
        return (self - other) | (other - self)

    __rxor__ = __xor__

    def _as_set(self, other):
        if isinstance(other, Set):
            return other
        return self._from_iterable(other) if isinstance(other, Iterable) else None

    def _hash(self):
        """A hash that sets of equal elements share whatever their type: the one that frozenset gives."""
        bits = sys.hash_info.width
        mask = (1 << bits) - 1
        total = 1927868237 * (len(self) + 1)
        for elem in self:
            h = hash(elem)
            total ^= ((h ^ 89869747) ^ (h << 16)) * 3644798167
        total &= mask
        total ^= (total >> 11) ^ (total >> 25)
        total = (total * 69069 + 907133923) & mask
        if total >> (bits - 1):
            total -= 1 << bits
        return 590923713 if total == -1 else total


Set.register(frozenset)


def _exhaust(pop, error):
    # For clear(): take elements out until there are none.
    try:
        while True:
            pop()
    except error:
        return


class MutableSet(Set):
    """A set that can change: adds add() and discard() to what Set needs."""

    __slots__ = ()

    @abstractmethod
    def add(self, value):
        """Put an element in, if it is not there yet."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Remove an element. Do nothing when it is absent."""
        raise NotImplementedError

    def remove(self, value):
        """Remove an element. When it is absent, raise KeyError."""
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        """Remove some element and return it. Raise KeyError if empty."""
        for value in self:
            break
        else:
            raise KeyError from None
        self.discard(value)
        return value

    def clear(self):
        """Remove every element, one by one."""
        _exhaust(self.pop, KeyError)

    def __ior__(self, it):
        add = self.add
        for new in it:
            add(new)
        return self

    def __iand__(self, it):
        self -= self - it
        return self

    def __isub__(self, it):
        if self is not it:
            drop = self.discard
            for old in it:
                drop(old)
        else:
            self.clear()
        return self

    def __ixor__(self, it):
        if self is not it:
            for value in it if isinstance(it, Set) else self._from_iterable(it):
                change = self.discard if value in self else self.add
                change(value)
        else:
            self.clear()
        return self


MutableSet.register(set)


class Mapping(Collection):
    """A container of key and value pairs: needs __getitem__, __iter__ and __len__."""

    __slots__ = ()

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def get(self, key, default=None):
        """D.get(k[,d]) -> D[k] if k in D, else d.  d defaults to None."""
        try:
            value = self[key]
        except KeyError:
            value = default
        return value

    def keys(self):
        """D.keys() -> a set-like object providing a view on D's keys"""
        return KeysView(self)

    def items(self):
        """D.items() -> a set-like object providing a view on D's items"""
        return ItemsView(self)

    def values(self):
        """D.values() -> an object providing a view on D's values"""
        return ValuesView(self)

    def __eq__(self, other):
        if isinstance(other, Mapping):
            return dict(self.items()) == dict(other.items())
        return NotImplemented

    # Subclasses may say otherwise; by itself a mapping has no order.
    __reversed__ = None


_match_like(Mapping, dict)
Mapping.register(mappingproxy)


class MappingView(Sized):

    __slots__ = ('_mapping',)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return '%s(%r)' % (self.__class__.__name__, self._mapping)


def _plain_set(cls, elements):
    # Views are made of mappings: what comes out of their operations is an ordinary set.
    return set(elements)
    __class_getitem__ = classmethod(_alias)


class KeysView(MappingView, Set):

    __slots__ = ()
    _from_iterable = classmethod(_plain_set)

    def __iter__(self):
        yield from self._mapping

    def __contains__(self, key):
        return key in self._mapping


class ItemsView(MappingView, Set):

    __slots__ = ()
    _from_iterable = classmethod(_plain_set)

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield key, mapping[key]

    def __contains__(self, item):
        wanted_key, wanted = item
        try:
            value = self._mapping[wanted_key]
        except KeyError:
            return False
        return value is wanted or value == wanted


class ValuesView(MappingView):

    __slots__ = ()

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield mapping[key]

    def __contains__(self, value):
        mapping = self._mapping
        for key in mapping:
            found = mapping[key]
            if found is value or found == value:
                return True
        return False


KeysView.register(dict_keys)
ItemsView.register(dict_items)


ValuesView.register(dict_values)

_absent = object()


class MutableMapping(Mapping):
    """A mapping that can change: adds __setitem__ and __delitem__ to what Mapping needs."""

    __slots__ = ()

    _MutableMapping__marker = _absent

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_absent):
        """D.pop(k[,d]) -> v, remove specified key and return the corresponding value.
        If key is not found, d is returned if given, otherwise KeyError is raised.
        """
        try:
            value = self[key]
        except KeyError:
            if default is _absent:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        """D.popitem() -> (k, v), remove and return some (key, value) pair
        as a 2-tuple; but raise KeyError if D is empty.
        """
        for key in self:
            break
        else:
            raise KeyError from None
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        """D.clear() -> None.  Remove all items from D."""
        _exhaust(self.popitem, KeyError)

    def update(*args, **kwds):
        """D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F: from E's pairs first, then from F."""
        # Positional names are not usable: any of them may be a key of F.
        if not args:
            raise TypeError("descriptor 'update' of 'MutableMapping' object needs an argument")
        self, *args = args
        if len(args) > 1:
            raise TypeError('update expected at most 1 arguments, got %d' % len(args))
        for source in args:
            by_key = isinstance(source, Mapping)
            if by_key or hasattr(source, 'keys'):
                for name in source if by_key else source.keys():
                    self[name] = source[name]
                continue
            for name, new in source:
                self[name] = new
        for name in kwds:
            self[name] = kwds[name]

    def setdefault(self, key, default=None):
        """D.setdefault(k[,d]) -> D.get(k,d), also set D[k]=d if k not in D"""
        try:
            value = self[key]
        except KeyError:
            value = self[key] = default
        return value


MutableMapping.register(dict)


class Sequence(Reversible, Collection):
    """All the operations of a read-only sequence, over __getitem__ and __len__."""

    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __iter__(self):
        at = 0
        while True:
            try:
                item = self[at]
            except IndexError:
                return
            yield item
            at += 1

    def __reversed__(self):
        at = len(self)
        while at > 0:
            at -= 1
            yield self[at]

    def index(self, value, start=0, stop=None):
        """S.index(value, [start, [stop]]) -> integer -- return first index of value.
        Raises ValueError if the value is not present.
        """
        # Negative places count from the end as it is now; the length may change while looking.
        at = start if start is None or start >= 0 else max(start + len(self), 0)
        end = stop if stop is None or stop >= 0 else stop + len(self)
        while end is None or at < end:
            try:
                item = self[at]
            except IndexError:
                break
            if item is value or item == value:
                return at
            at += 1
        raise ValueError

    def count(self, value):
        """S.count(value) -> integer -- return number of occurrences of value"""
        return sum(1 for v in self if v is value or v == value)


_match_like(Sequence, list)
for _type in (tuple, str, range, memoryview):
    Sequence.register(_type)


class ByteString(Sequence):
    """What bytes and bytearray have in common."""

    __slots__ = ()


ByteString.register(bytes)
ByteString.register(bytearray)


class MutableSequence(Sequence):
    """A sequence that can change: adds __setitem__, __delitem__ and insert() to what Sequence needs."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """S.insert(index, value) -- insert value before index"""
        raise IndexError

    def append(self, value):
        """S.append(value) -- append value to the end of the sequence"""
        self.insert(len(self), value)

    def clear(self):
        """S.clear() -> None -- remove all items from S"""
        _exhaust(self.pop, IndexError)

    def reverse(self):
        """S.reverse() -- reverse *IN PLACE*"""
        low, high = 0, len(self) - 1
        while low < high:
            self[low], self[high] = self[high], self[low]
            low += 1
            high -= 1

    def extend(self, values):
        """S.extend(iterable) -- extend sequence by appending elements from the iterable"""
        for v in values:
            self.append(v)

    def pop(self, index=-1):
        """S.pop([index]) -> item -- remove and return item at index (default last).
        Raise IndexError if list is empty or index is out of range.
        """
        v = self[index]
        del self[index]
        return v

    def remove(self, value):
        """S.remove(value) -- remove the first item equal to value, or raise ValueError."""
        at = self.index(value)
        del self[at]

    def __iadd__(self, values):
        self.extend(values)
        return self


for _type in (bytearray, list):
    MutableSequence.register(_type)
del _type
