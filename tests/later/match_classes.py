# Class patterns.
import collections
import time


class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Point3(Point):
    __match_args__ = ('x', 'y', 'z')

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def where(p):
    match p:
        case Point3(x, y, z):
            return 'three', x, y, z
        case Point(0, 0):
            return 'origin'
        case Point(0, y) | Point(y=0, x=y):
            return 'axis', y
        case Point(x, y=1):
            return 'y is 1', x
        case Point(x=Point(x=inner)):
            return 'nested', inner
        case Point():
            return 'a point'


for p in (Point(0, 0), Point(0, 5), Point(6, 0), Point(7, 1), Point(Point(8, 8), 9), Point(3, 3), Point3(1, 2, 3), (0, 0), None):
    print(where(p))
# expect: origin
# expect: ('axis', 5)
# expect: ('axis', 6)
# expect: ('y is 1', 7)
# expect: ('nested', 8)
# expect: a point
# expect: ('three', 1, 2, 3)
# expect: None
# expect: None


def kind(x):
    match x:
        case bool(b):
            return 'bool', b
        case int(i):
            return 'int', i
        case str(s):
            return 'str', s
        case float(f):
            return 'float', f
        case bytes(b):
            return 'bytes', b
        case bytearray(b):
            return 'bytearray', b
        case list([first, *_]) | tuple([first, *_]):
            return 'first', first
        case dict({'k': v}):
            return 'dict', v
        case set(s):
            return 'set', s
        case frozenset(s):
            return 'frozenset', sorted(s)
        case list() | tuple():
            return 'empty'
        case complex(real=r, imag=i):
            return 'complex', r, i
        case object(__class__=c):
            return c.__name__


class MyInt(int):
    pass


for x in (True, 1, MyInt(5), 'a', 1.5, b'b', bytearray(b'c'), [1, 2], (3,), {'k': 4}, {'j': 4}, {6}, frozenset([7]), [], (), 1j, None, range(2)):
    print(kind(x))
# expect: ('bool', True)
# expect: ('int', 1)
# expect: ('int', 5)
# expect: ('str', 'a')
# expect: ('float', 1.5)
# expect: ('bytes', b'b')
# expect: ('bytearray', bytearray(b'c'))
# expect: ('first', 1)
# expect: ('first', 3)
# expect: ('dict', 4)
# expect: dict
# expect: ('set', {6})
# expect: ('frozenset', [7])
# expect: empty
# expect: empty
# expect: ('complex', 0.0, 1.0)
# expect: NoneType
# expect: range


class NoArgs:
    pass


class Empty:
    __match_args__ = ()


class BadArgs:
    __match_args__ = ['a']


class NotStrings:
    __match_args__ = (1,)


class Twice:
    __match_args__ = ('a', 'a')
    a = 1


class MyInt2(int):
    __match_args__ = ('real',)


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def no_args():
    match NoArgs():
        case NoArgs(x): return x


def empty():
    match Empty():
        case Empty(x, y): return x


def one_too_many():
    match Point(1, 2):
        case Point(x, y, z): return x


def int_two():
    match 1:
        case int(x, y): return x


def ranges():
    match range(3):
        case range(3): return 'wrong'


def bad_args():
    match BadArgs():
        case BadArgs(x): return x


def not_strings():
    match NotStrings():
        case NotStrings(x): return x


def twice():
    match Twice():
        case Twice(x, y): return x


def twice_by_name():
    match Point(1, 2):
        case Point(x, x=y): return x


def no_class():
    match 1:
        case len(x): return x


def missing():
    match Point(1, 2):
        case Point(zz=1): return 'wrong'
        case Point(x=1, zz=1): return 'wrong'
        case Point(x=1, y=2): return 'right'


def own_int():
    match MyInt2(3):
        case MyInt2(x): return x, type(x).__name__


def undefined():
    match 1:
        case Undefined(): return 1


for f in (no_args, empty, one_too_many, int_two, ranges, bad_args, not_strings, twice, twice_by_name, no_class, missing, own_int, undefined):
    attempt(f)
# expect: TypeError NoArgs() accepts 0 positional sub-patterns (1 given)
# expect: TypeError Empty() accepts 0 positional sub-patterns (2 given)
# expect: TypeError Point() accepts 2 positional sub-patterns (3 given)
# expect: TypeError int() accepts 1 positional sub-pattern (2 given)
# expect: TypeError range() accepts 0 positional sub-patterns (1 given)
# expect: TypeError BadArgs.__match_args__ must be a tuple (got list)
# expect: TypeError __match_args__ elements must be strings (got int)
# expect: TypeError Twice() got multiple sub-patterns for attribute 'a'
# expect: TypeError Point() got multiple sub-patterns for attribute 'x'
# expect: TypeError called match pattern must be a class
# expect: right
# expect: (3, 'int')
# expect: NameError name 'Undefined' is not defined


class Raises:
    __match_args__ = ('fine', 'value', 'attribute')
    fine = 1

    @property
    def value(self):
        print('value asked')
        raise ValueError('from a property')

    @property
    def attribute(self):
        print('attribute asked')
        raise AttributeError('like a missing one')


def raises_value():
    match Raises():
        case Raises(fine=1, value=2): return 'wrong'


def raises_attribute():
    match Raises():
        case Raises(attribute=2): return 'wrong'
        case Raises(1): return 'right'


attempt(raises_value)  # expect: value asked
# expect: ValueError from a property
attempt(raises_attribute)  # expect: attribute asked
# expect: right


class Meta(type):
    def __instancecheck__(cls, instance):
        print('check', instance)
        return instance == 'yes'

    @property
    def __match_args__(cls):
        print('args')
        return ('upper',)


class Text(metaclass=Meta):
    pass


match 'no':
    case Text(x): print('wrong')
    case _: print('no')  # expect: check no
# expect: no
match 'yes':
    case Text(x): print(x())  # expect: check yes
# expect: args
# expect: YES

N = collections.namedtuple('N', 'a b c')
print(N.__match_args__)  # expect: ('a', 'b', 'c')
match N(1, 2, 3):
    case N(1, x, c=y): print(x, y)  # expect: 2 3
match N(1, 2, 3):
    case [1, 2, z]: print(z)  # expect: 3
print(time.struct_time.__match_args__)  # expect: ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')
match time.struct_time(range(9)):
    case time.struct_time(y, m, tm_isdst=d): print(y, m, d)  # expect: 0 1 8


class Slots:
    __slots__ = ('a', 'b')
    __match_args__ = __slots__


s = Slots()
s.a = 1
match s:
    case Slots(1, b): print('wrong')
    case Slots(1): print('slot')  # expect: slot


class Private:
    __match_args__ = ('_Private__a',)

    def __init__(self):
        self.__a = 5

    def test(self):
        match self:
            case Private(__a=x): return 'names of attributes are not mangled: wrong', x
            case Private(x): return x


print(Private().test())  # expect: 5
match Exception(1, 2):
    case Exception(args=(a, b)): print(a, b)  # expect: 1 2
match {'p': [Point(1, 2), Point3(1, 2, 3)]}:
    case {'p': [Point(x=a), Point3(z=b)]}: print(a, b)  # expect: 1 3
