# Literal patterns, value patterns, singletons.
import enum


def number(x):
    match x:
        case 0:
            return 'zero'
        case -1:
            return 'minus one'
        case 2.5:
            return 'two and a half'
        case -3.5:
            return 'minus three and a half'
        case 2j:
            return 'two j'
        case -2j:
            return 'minus two j'
        case 1 + 2j:
            return 'one plus two j'
        case 1 - 2j:
            return 'one minus two j'
        case -1 + 2j:
            return 'minus one plus two j'
        case -1.5 - 2.5j:
            return 'halves'
        case 0x10 | 0o21 | 0b10010:
            return '16 to 18'
        case 1_000_000:
            return 'million'
        case 123456789012345678901234567890:
            return 'large'
        case -123456789012345678901234567890:
            return 'minus large'
    return None


for value in (0, 0.0, False, 0j, -1, -1.0, 2.5, -3.5, 2j, -2j, 1 + 2j, 1 - 2j, -1 + 2j, -1.5 - 2.5j, 16, 17, 18, 10 ** 6,
              123456789012345678901234567890, -123456789012345678901234567890, 1, True, '0', None, [0]):
    print(repr(value), number(value))
# expect: 0 zero
# expect: 0.0 zero
# expect: False zero
# expect: 0j zero
# expect: -1 minus one
# expect: -1.0 minus one
# expect: 2.5 two and a half
# expect: -3.5 minus three and a half
# expect: 2j two j
# expect: (-0-2j) minus two j
# expect: (1+2j) one plus two j
# expect: (1-2j) one minus two j
# expect: (-1+2j) minus one plus two j
# expect: (-1.5-2.5j) halves
# expect: 16 16 to 18
# expect: 17 16 to 18
# expect: 18 16 to 18
# expect: 1000000 million
# expect: 123456789012345678901234567890 large
# expect: -123456789012345678901234567890 minus large
# expect: 1 None
# expect: True None
# expect: '0' None
# expect: None None
# expect: [0] None


def text(x):
    match x:
        case 'a':
            return 1
        case "b" 'c':
            return 2
        case '''long
text''':
            return 3
        case r'\n':
            return 4
        case b'a':
            return 5
        case b'b' b'c':
            return 6
        case '':
            return 7
        case 'ä\u20ac':
            return 8
    return None


for value in ('a', 'bc', 'long\ntext', '\\n', b'a', b'bc', '', b'', 'ä€', 'b', 97, bytearray(b'a')):
    print(repr(value), text(value))
# expect: 'a' 1
# expect: 'bc' 2
# expect: 'long\ntext' 3
# expect: '\\n' 4
# expect: b'a' 5
# expect: b'bc' 6
# expect: '' 7
# expect: b'' None
# expect: 'ä€' 8
# expect: 'b' None
# expect: 97 None
# expect: bytearray(b'a') 5


def single(x):
    match x:
        case None:
            return 'None'
        case True:
            return 'True'
        case False:
            return 'False'
        case 1:
            return 'one'
        case 0:
            return 'zero'


print([single(x) for x in (None, True, False, 1, 0, 1.0, 0.0, '', [])])  # expect: ['None', 'True', 'False', 'one', 'zero', 'one', 'zero', None, None]


class Always:
    def __eq__(self, other):
        print('eq', other)
        return True


print(single(Always()))  # expect: eq 1
# expect: one


class Color(enum.Enum):
    RED = 1
    GREEN = 2


class Space:
    class Inner:
        deep = 'deep value'
    one = 1


def value(x):
    match x:
        case Color.RED:
            return 'red'
        case Color.GREEN as c:
            return c
        case Space.one:
            return 'Space.one'
        case Space.Inner.deep:
            return 'Space.Inner.deep'


print(value(Color.RED), value(Color.GREEN), value(1), value('deep value'), value(2))  # expect: red Color.GREEN Space.one Space.Inner.deep None


class Result:
    def __init__(self, truth):
        self.truth = truth

    def __bool__(self):
        print('bool', self.truth)
        return self.truth


class Odd:
    def __init__(self, truth):
        self.truth = truth

    def __eq__(self, other):
        print('==', other)
        return Result(self.truth)


print(number(Odd(True)))  # expect: == 0
# expect: bool True
# expect: zero
match Odd(False):
    case 'x':
        print('wrong')
    case 'y' | 'z':
        print('wrong')  # expect: == x
# expect: bool False
# expect: == y
# expect: bool False
# expect: == z
# expect: bool False

try:
    match 1:
        case Space.missing:
            print('wrong')
except AttributeError as e:
    print(e)  # expect: type object 'Space' has no attribute 'missing'
try:
    match 1:
        case nowhere.missing:
            print('wrong')
except NameError as e:
    print(e)  # expect: name 'nowhere' is not defined

nan = float('nan')


class Numbers:
    nan = nan


match nan:
    case Numbers.nan:
        print('identical is not equal here')
    case _:
        print('nan is not nan')  # expect: nan is not nan

match 3:
    case 1:
        print('one')
    case 2:
        print('two')
print('nothing matched')  # expect: nothing matched
match 'x':
    case 'x': print('on one line')  # expect: on one line
match 0:
    case -0: print('minus zero')  # expect: minus zero
match 0.0:
    case -0.0: print('minus zero, too')  # expect: minus zero, too
match ...:
    case x: print(x)  # expect: Ellipsis
