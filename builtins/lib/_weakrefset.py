"""WeakSet: a set that does not keep its elements alive."""

from _weakref import ref

__all__ = ['WeakSet']


class _Iterating:
    # While somebody iterates, dead references stay in the set and are noted for removal.
    __slots__ = ('owner',)

    def __init__(self, owner):
        self.owner = owner

    def __enter__(self):
        self.owner._iterations += 1

    def __exit__(self, *exc):
        owner = self.owner
        owner._iterations -= 1
        if not owner._iterations:
            owner._commit_removals()


class WeakSet:

    def __init__(self, data=None):
        self.data = set()
        # Dead references noted while somebody iterates.
        self._pending, self._iterations = [], 0
        weak_self = ref(self)

        def _remove(reference):
            owner = weak_self()
            if owner is None:
                return
            forget = owner._pending.append if owner._iterations else owner.data.discard
            forget(reference)
        self._remove = _remove
        if data is not None:
            self.update(data)

    def _commit_removals(self):
        pending, discard = self._pending, self.data.discard
        while pending:
            discard(pending.pop())

    def __len__(self):
        return len(self.data) - len(self._pending)

    def __iter__(self):
        with _Iterating(self):
            for reference in self.data:
                element = reference()
                if element is not None:
                    yield element
                element = None   # not kept alive until the next step

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False   # nothing that could be in here

    def __reduce__(self):
        return type(self), (list(self),), getattr(self, '__dict__', None)

    def _settle(self):
        if self._pending:
            self._commit_removals()

    def add(self, item):
        self._settle()
        self.data.add(ref(item, self._remove))

    def clear(self):
        self._settle()
        self.data.clear()

    def pop(self):
        self._settle()
        references = self.data
        while references:
            element = references.pop()()
            if element is not None:
                return element
        raise KeyError('pop from empty WeakSet')

    def copy(self):
        return self.__class__(self)

    def remove(self, item):
        self._settle()
        self.data.remove(ref(item))

    def discard(self, item):
        self._settle()
        self.data.discard(ref(item))

    def update(self, other):
        self._settle()
        for element in other:
            self.add(element)

    def __ior__(self, other):
        self.update(other)
        return self

    # Each operation of sets: with another collection giving a new set, and in place.

    def union(self, other):
        return self.__class__(element for part in (self, other) for element in part)

    def intersection(self, other):
        return self.__class__(element for element in other if element in self)

    def difference(self, other):
        result = self.copy()
        result -= other
        return result

    def symmetric_difference(self, other):
        result = self.copy()
        result ^= other
        return result

    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference

    def __iand__(self, other):
        self._settle()
        self.data.intersection_update(map(ref, other))
        return self

    def __isub__(self, other):
        self._settle()
        if self is not other:
            self.data.difference_update(map(ref, other))
        else:
            self.data.clear()
        return self

    def __ixor__(self, other):
        self._settle()
        if self is not other:
            self.data.symmetric_difference_update([ref(element, self._remove) for element in other])
        else:
            self.data.clear()
        return self

    def intersection_update(self, other):
        self.__iand__(other)

    def difference_update(self, other):
        self.__isub__(other)

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    # Comparisons are those of the sets of references.

    def __eq__(self, other):
        return self.data == set(map(ref, other)) if isinstance(other, self.__class__) else NotImplemented

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def issubset(self, other):
        return self.data.issubset(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset(map(ref, other))

    __le__, __ge__ = issubset, issuperset

    def isdisjoint(self, other):
        return not self.intersection(other)
