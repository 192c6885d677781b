# collect() counts as CPython does; is_tracked() and get_referents() answer for what CPython's collector knows.
import gc
gc.collect()


class Boom:
    def __getattr__(self, name):
        del self.attr
        raise AttributeError
a, b = Boom(), Boom()
a.attr, b.attr = b, a
del a, b
print(gc.collect())  # expect: 4
d = {}
exec('def f(): pass\n', d)
gc.collect()
del d
print(gc.collect())  # expect: 2
class B: pass
gc.collect()
del B
print(gc.collect())  # expect: 5
l = []
l.append(l)
del l
print(gc.collect())  # expect: 1
class Slot:
    __slots__ = ('x',)
c = Slot()
c.x = c
del c
print(gc.collect())  # expect: 1
class D: pass
c = D()
c.x = c
del c
print(gc.collect())  # expect: 2
def f(): pass
class Empty:
    __slots__ = ()
class Whole(int):
    __slots__ = ()
class WholeDict(int): pass
for o in (type, int, D, object(), Slot(), D(), Empty(), Whole(), WholeDict(), len, f, f.__code__, gc, 'a', 5, (), (1,), (1, []), [],
          {}, {1: 2}, {1: []}, set(), iter([]), Exception(), D().__init__, slice(1), range(3), frozenset(), NotImplemented, b''):
    print(type(o).__name__, gc.is_tracked(o))
# expect: type False
# expect: type False
# expect: type True
# expect: object False
# expect: Slot True
# expect: D True
# expect: Empty False
# expect: Whole False
# expect: WholeDict True
# expect: builtin_function_or_method True
# expect: function True
# expect: code False
# expect: module True
# expect: str False
# expect: int False
# expect: tuple False
# expect: tuple False
# expect: tuple True
# expect: list True
# expect: dict False
# expect: dict False
# expect: dict True
# expect: set True
# expect: list_iterator True
# expect: Exception True
# expect: method-wrapper True
# expect: slice True
# expect: range False
# expect: frozenset True
# expect: NotImplementedType False
# expect: bytes False
print(gc.get_referents([1, 3, 5], (2, 'x')), gc.get_referents({7: 'a'}), gc.get_referents(1, 'a'))  # expect: [5, 3, 1, 'x', 2] ['a', 7] []

# Without the collector's bookkeeping an object may be finalized each time it dies.
n = 0
class Again:
    __slots__ = ()
    def __del__(self):
        global kept, n
        n += 1
        kept = self
class Once:
    def __del__(self):
        global kept, n
        n += 1
        kept = self
for cls in Again, Once:
    n = 0
    kept = cls()
    for _ in range(3):
        kept = None
    print(cls.__name__, n)
# expect: Again 3
# expect: Once 6
