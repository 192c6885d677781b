# Sequence patterns.
import array
import collections
import collections.abc


def shape(x):
    match x:
        case []:
            return 'empty'
        case [a]:
            return 'one', a
        case a, b:
            return 'two', a, b
        case (a, b, c):
            return 'three', a, b, c
        case [a, b, *rest]:
            return 'more', a, b, rest
    return 'no sequence'


for value in ([], (), [1], (1,), [1, 2], (1, 2, 3), [1, 2, 3, 4], range(0), range(2), range(6), '', 'ab', b'ab', bytearray(b'ab'),
              memoryview(b'ab'), array.array('b', [1, 2, 3]), collections.deque([1, 2]), {1, 2}, {1: 2}, frozenset(),
              iter([1]), (x for x in [1]), 5, None, collections.OrderedDict(), collections.UserList([1, 2]),
              collections.UserString('ab'), {1: 2}.keys(), collections.namedtuple('N', 'a b')(1, 2)):
    print(type(value).__name__, shape(value))
# expect: list empty
# expect: tuple empty
# expect: list ('one', 1)
# expect: tuple ('one', 1)
# expect: list ('two', 1, 2)
# expect: tuple ('three', 1, 2, 3)
# expect: list ('more', 1, 2, [3, 4])
# expect: range empty
# expect: range ('two', 0, 1)
# expect: range ('more', 0, 1, [2, 3, 4, 5])
# expect: str no sequence
# expect: str no sequence
# expect: bytes no sequence
# expect: bytearray no sequence
# expect: memoryview ('two', 97, 98)
# expect: array ('three', 1, 2, 3)
# expect: deque ('two', 1, 2)
# expect: set no sequence
# expect: dict no sequence
# expect: frozenset no sequence
# expect: list_iterator no sequence
# expect: generator no sequence
# expect: int no sequence
# expect: NoneType no sequence
# expect: OrderedDict no sequence
# expect: UserList ('two', 1, 2)
# expect: UserString ('two', 'a', 'b')
# expect: dict_keys no sequence
# expect: N ('two', 1, 2)


def star(x):
    match x:
        case [1, *_]:
            return 'starts with 1'
        case [*_, 2]:
            return 'ends with 2'
        case [3, *middle, 4]:
            return middle
        case [*_, 5, _]:
            return 'five before the last'
        case [_, 6, *_, 7, x]:
            return x
        case *head, 'end':
            return head
        case [*all_of_it]:
            return 'all', all_of_it


for value in ([1], [1, 2], [2], [0, 2], [3, 4], [3, 0, 0, 4], [5, 0], [0, 0, 5, 0], [0, 6, 7, 8], [0, 6, 0, 7, 8], ['end'],
              ['a', 'end'], [], (9, 9), range(3, 5), collections.deque([3, 1, 4])):
    print(value, star(value))
# expect: [1] starts with 1
# expect: [1, 2] starts with 1
# expect: [2] ends with 2
# expect: [0, 2] ends with 2
# expect: [3, 4] []
# expect: [3, 0, 0, 4] [0, 0]
# expect: [5, 0] five before the last
# expect: [0, 0, 5, 0] five before the last
# expect: [0, 6, 7, 8] 8
# expect: [0, 6, 0, 7, 8] 8
# expect: ['end'] []
# expect: ['a', 'end'] ['a']
# expect: [] ('all', [])
# expect: (9, 9) ('all', [9, 9])
# expect: range(3, 5) []
# expect: deque([3, 1, 4]) [1]


def wild(x):
    match x:
        case [_]:
            return 1
        case [_, _]:
            return 2
        case [_, _, *_]:
            return 'many'
        case [*_]:
            return 'none'


print([wild(x) for x in ([], [1], [1, 2], [1, 2, 3], 'abc', 3)])  # expect: ['none', 1, 2, 'many', None, None]


def nested(x):
    match x:
        case [[a], [b, [c, *d]], *e]:
            return a, b, c, d, e
        case [(1 | 2) as a, [3 | 4, b]]:
            return a, b
        case ((x, y), z):
            return x, y, z
        case [[[[[[x]]]]]]:
            return x


print(nested([[1], [2, [3, 4, 5]], 6]))  # expect: (1, 2, 3, [4, 5], [6])
print(nested(([1], (2, (3,)))))  # expect: (1, 2, 3, [], [])
print(nested([2, [4, 5]]))  # expect: (2, 5)
print(nested([(1, 2), 3]))  # expect: (1, 2, 3)
print(nested([[[[[['deep']]]]]]))  # expect: deep
print(nested([1]))  # expect: None

match 1, 2:
    case 1, x:
        print('open', x)  # expect: open 2
match 1,:
    case x,:
        print('open one', x)  # expect: open one 1
match *[1, 2], 3:
    case [*x]:
        print('star subject', x)  # expect: star subject [1, 2, 3]
match (1, 2, 3):
    case (x, *_):
        print('first', x)  # expect: first 1
match [1, 2, 3]:
    case [*_, x]:
        print('last', x)  # expect: last 3
match [1, 2]:
    case (x): print('group', x)  # expect: group [1, 2]
match [1]:
    case (x,): print('not a group', x)  # expect: not a group 1
match [1, [2, 3]]:
    case [x,
          [y,   # a comment
           z,
           ],
          ]:
        print('over lines', x, y, z)  # expect: over lines 1 2 3


class Sequence(collections.abc.Sequence):
    """Tells what is asked of it."""

    def __init__(self, *items):
        self.items = items

    def __len__(self):
        print('len')
        return len(self.items)

    def __getitem__(self, i):
        print('item', i)
        return self.items[i]


print(shape(Sequence()))  # expect: len
# expect: empty
print(shape(Sequence(1)))  # expect: len
# expect: len
# expect: item 0
# expect: item 1
# expect: ('one', 1)
print(shape(Sequence(1, 2, 3, 4)))  # expect: len
# expect: len
# expect: len
# expect: len
# expect: len
# expect: item 0
# expect: item 1
# expect: item 2
# expect: item 3
# expect: item 4
# expect: ('more', 1, 2, [3, 4])
print(star(Sequence(0, 6, 0, 7, 8)))  # expect: len
# expect: item 0
# expect: len
# expect: len
# expect: item 4
# expect: len
# expect: item 0
# expect: item 1
# expect: item 2
# expect: item 3
# expect: item 4
# expect: item 5
# expect: len
# expect: len
# expect: item 3
# expect: len
# expect: item 1
# expect: len
# expect: item 3
# expect: len
# expect: item 4
# expect: 8
print(wild(Sequence(0, 6, 0)))  # expect: len
# expect: len
# expect: len
# expect: many

# Names are bound when the whole pattern has matched, not before.
a = b = 'old'
match [1, 2, 3]:
    case [a, b, 4]:
        print('wrong')
print(a, b)  # expect: old old
match [1, 2]:
    case [a, b] if print('guard', a, b):
        print('wrong')  # expect: guard 1 2
print(a, b)  # expect: 1 2
match [[1, 2], [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]]:
    case [[a, b], [c, d, e, f, g, h, i, j, k, l]]:
        print(a, b, c, d, e, f, g, h, i, j, k, l)  # expect: 1 2 3 4 5 6 7 8 9 10 11 12
many = list(range(300))
names = ['n%d' % i for i in many]
space = {'many': many}
exec('match many:\n    case [%s]:\n        found = [%s]' % (', '.join(names), ', '.join(names)), space)
print(space['found'] == many)  # expect: True
exec('match many:\n    case [%s, *rest]:\n        found = [%s]' % (', '.join(names[:200]), ', '.join(names[:200])), space)
print(space['found'] == many[:200], space['rest'] == many[200:])  # expect: True True
