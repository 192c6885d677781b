# User code that does what it should not while a pattern is matched.
import collections.abc
import gc


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


class Seq(collections.abc.Sequence):
    def __init__(self, length, items): self.length, self.items = length, items
    def __len__(self): return self.length() if callable(self.length) else self.length
    def __getitem__(self, i): return self.items[i]


def pair(x):
    match x:
        case [a, b]: return a, b
        case [*a, b]: return 'star', a, b


def ends(x):
    match x:
        case [a, *_, b]: return a, b


attempt(pair, Seq(2, [1]))  # expect: ValueError not enough values to unpack (expected 2, got 1)
attempt(pair, Seq(2, [1, 2, 3]))  # expect: ValueError too many values to unpack (expected 2)
attempt(pair, Seq(5, []))  # expect: ValueError not enough values to unpack (expected at least 1, got 0)
attempt(ends, Seq(2, [1]))  # expect: IndexError list index out of range
attempt(ends, Seq(7, [1, 2]))  # expect: IndexError list index out of range
attempt(pair, Seq(lambda: -1, []))  # expect: ValueError __len__() should return >= 0
attempt(pair, Seq(lambda: 'x', []))  # expect: TypeError 'str' object cannot be interpreted as an integer
attempt(pair, Seq(lambda: 1 << 70, []))  # expect: OverflowError cannot fit 'int' into an index-sized integer
attempt(pair, Seq(lambda: 1 / 0, []))  # expect: ZeroDivisionError division by zero
lengths = [2, 3, 4, 5, 6]
attempt(ends, Seq(lambda: lengths.pop(), list(range(10))))  # expect: (0, 4)


class Shrinks(list):
    def __len__(self):
        n = super().__len__()
        self.clear()
        return n


attempt(pair, Shrinks([1, 2]))  # expect: ValueError not enough values to unpack (expected 2, got 0)
attempt(ends, Shrinks([1, 2]))  # expect: IndexError list index out of range


class Clears:
    """Empties the list it is in when it is compared."""

    def __init__(self, where): self.where = where

    def __eq__(self, other):
        self.where.clear()
        gc.collect()
        return True


def cleared():
    x = []
    x += [Clears(x), Clears(x), [1]]
    match x:
        case [1, 2, [a]]: return a, x


def cleared_by_index():
    x = []
    x += [Clears(x), 2, 3]
    match x:
        case [1, *_, b]: return b, x


attempt(cleared)  # expect: (1, [])
attempt(cleared_by_index)  # expect: IndexError list index out of range


def gone():
    x = [Clears(gone_dict), 5]
    gone_dict['k'] = x
    match gone_dict:
        case {'k': [1, b], **rest}: return b, rest, gone_dict


gone_dict = {}
attempt(gone)  # expect: KeyError 'k'


class Deletes(dict):
    def get(self, key, default=None):
        value = super().get(key, default)
        self.clear()
        return value


def keys(x):
    match x:
        case {'a': a, 'b': b}: return a, b
        case {'a': a, **rest}: return a, rest
        case _: return 'neither'


attempt(keys, Deletes(a=1, b=2))  # expect: neither


class Raises(dict):
    def get(self, key, default=None): raise LookupError(key)


class NoGet(collections.abc.Mapping):
    get = None
    def __len__(self): return 2
    def __iter__(self): return iter('ab')
    def __getitem__(self, key): return key


class Lies(dict):
    def keys(self): return ['x']
    def __getitem__(self, key): return 'made up'


class Returns(dict):
    """Gives the default itself back, and keeps it."""
    def get(self, key, default=None):
        self.default = default
        return default


attempt(keys, Raises(a=1, b=2))  # expect: LookupError a
attempt(keys, NoGet())  # expect: TypeError 'NoneType' object is not callable
attempt(keys, Lies(a=1))  # expect: (1, {})
attempt(keys, Returns(a=1, b=2))  # expect: neither


class Hash:
    def __init__(self, name): self.name = name
    def __hash__(self): return 1
    def __eq__(self, other): raise OverflowError(self.name)


class K:
    a, b = Hash('a'), Hash('b')
    unhashable = {}


def odd_keys(x):
    match x:
        case {K.a: 1, K.b: 2}: return 'wrong'


def unhashable(x):
    match x:
        case {K.unhashable: 1}: return 'wrong'


attempt(odd_keys, {1: 1, 2: 2})  # expect: OverflowError a
attempt(odd_keys, {'x': 1, 'y': 2})  # expect: None
attempt(unhashable, {1: 1, 2: 2})  # expect: TypeError unhashable type: 'dict'
attempt(unhashable, {})  # expect: None


class Point:
    __match_args__ = ('x', 'y')

    def __init__(self): self.x = 1

    @property
    def y(self):
        Point.__match_args__ = ()
        del self.x
        gc.collect()
        return [self]


def point(p):
    match p:
        case Point(x, [Point() as y]): return x, y is p, hasattr(p, 'x')


attempt(point, Point())  # expect: (1, True, False)
attempt(point, Point())  # expect: TypeError Point() accepts 0 positional sub-patterns (2 given)


class Meta(type):
    def __instancecheck__(cls, instance):
        if cls.answer == 'raise': raise RuntimeError('asked')
        return cls.answer


class Asked(metaclass=Meta): pass


def asked(x):
    match x:
        case Asked(): return 'yes'
        case _: return 'no'


for Asked.answer in ('raise', True, 0, [1], [], None):
    attempt(asked, 1)
# expect: RuntimeError asked
# expect: yes
# expect: no
# expect: yes
# expect: no
# expect: no


class BadBool:
    def __bool__(self): raise ZeroDivisionError('truth')


class BadEq:
    def __init__(self, result): self.result = result
    def __eq__(self, other): return self.result


def equal(x):
    match x:
        case 1: return 'equal'
        case _: return 'not equal'


Asked.answer = BadBool()
attempt(asked, 1)  # expect: ZeroDivisionError truth
attempt(equal, BadEq(BadBool()))  # expect: ZeroDivisionError truth
attempt(equal, BadEq(NotImplemented))  # expect: not equal
attempt(equal, BadEq([]))  # expect: not equal
attempt(equal, BadEq([0]))  # expect: equal


class Dies:
    """The subject is the only reference to it."""
    alive = 0

    def __init__(self): Dies.alive += 1
    def __del__(self): Dies.alive -= 1


def made():
    match [Dies(), (Dies(), {'k': Dies()})]:
        case [_, (_, {'k': 5})]: return 'wrong'
        case [a, (_, {'k': b})] if a is b: return 'wrong'
        case [_, (a, {'k': _})]:
            return Dies.alive, type(a).__name__
        case _: return 'wrong'


def made_and_raised():
    match [Dies(), (Dies(), {'k': Dies()})]:
        case [a, (b, {'k': Dies(x=1)})]: return 'wrong'
        case [a, (b, {'k': c})] if 1 / 0: return 'wrong'


attempt(made)  # expect: (2, 'Dies')
attempt(made_and_raised)  # expect: ZeroDivisionError division by zero
gc.collect()
print(Dies.alive)  # expect: 0


class Replaced:
    @property
    def __class__(self): return int


def replaced(x):
    match x:
        case int(): return 'int by __class__'
        case Replaced(): return 'Replaced'


attempt(replaced, Replaced())  # expect: int by __class__


class Changes:
    def __init__(self): self.n = 0

    def __eq__(self, other):
        self.n += 1
        self.__class__ = Other
        return False


class Other:
    __match_args__ = ('n',)
    def __eq__(self, other): return other == 'other'


def changes(x):
    match x:
        case 1: return 'wrong'
        case 'other': return 'changed', x.n


attempt(changes, Changes())  # expect: ('changed', 1)


def rebinds(x):
    match x:
        case [x, [y, x2] as y2, {'k': x3}]: return x, y, x2, y2, x3


attempt(rebinds, [1, [2, 3], {'k': 4}])  # expect: (1, 2, 3, [2, 3], 4)


def deep(n):
    source = 'match x:\n    case ' + '[' * n + 'y' + ']' * n + ': print(y)\n'
    x = 'inner'
    for _ in range(n): x = [x]
    exec(source, {'x': x})


deep(80)  # expect: inner


class Self(collections.abc.Sequence):
    def __len__(self): return 1
    def __getitem__(self, i):
        if i: raise IndexError
        return self


def endless(x):
    match x:
        case [[[[[[y]]]]]]: return y is x


attempt(endless, Self())  # expect: True


class Recursive:
    __match_args__ = ('me',)
    @property
    def me(self):
        match self:
            case Recursive(x): return x


def recursive():
    try:
        Recursive().me
    except RecursionError:
        return 'RecursionError'


attempt(recursive)  # expect: RecursionError
