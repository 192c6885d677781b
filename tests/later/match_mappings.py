# Mapping patterns.
import collections
import collections.abc
import types


def look(x):
    match x:
        case {'a': 1, 'b': b}:
            return 'a is 1', b
        case {'a': a, **rest}:
            return 'a', a, rest
        case {1: [x, y], None: z}:
            return x, y, z
        case {-1: 'minus', 2.5: h, True: t}:
            return h, t
        case {b'k': {'deep': {'er': d}}}:
            return d
        case {}:
            return 'a mapping'
    return 'none'


for value in ({'a': 1, 'b': 2}, {'a': 1}, {'a': 1, 'c': 3, 'd': 4}, {1: [1, 2], None: 3}, {1: [1], None: 3}, {-1: 'minus', 2.5: 0, 1: 5},
              {b'k': {'deep': {'er': 9}}}, {}, {'z': 1}, [], [('a', 1)], 'a', None, types.MappingProxyType({'a': 7}),
              collections.OrderedDict(a=8, b=9), collections.ChainMap({'a': 1}, {'b': 3}), collections.Counter('aab'),
              collections.UserDict(a=5), {1, 2}):
    print(type(value).__name__, look(value))
# expect: dict ('a is 1', 2)
# expect: dict ('a', 1, {})
# expect: dict ('a', 1, {'c': 3, 'd': 4})
# expect: dict (1, 2, 3)
# expect: dict a mapping
# expect: dict (0, 5)
# expect: dict 9
# expect: dict a mapping
# expect: dict a mapping
# expect: list none
# expect: list none
# expect: str none
# expect: NoneType none
# expect: mappingproxy ('a', 7, {})
# expect: OrderedDict ('a', 8, {'b': 9})
# expect: ChainMap ('a is 1', 3)
# expect: Counter ('a', 2, {'b': 1})
# expect: UserDict ('a', 5, {})
# expect: set none

d = collections.defaultdict(list)
match d:
    case {'missing': x}:
        print('wrong')
    case {**rest}:
        print(rest, len(d))  # expect: {} 0


class Missing(dict):
    def __missing__(self, key):
        return 'made up'


match Missing(a=1):
    case {'b': x}:
        print('wrong')
    case {'a': x}:
        print('a', x)  # expect: a 1


class Keys:
    a = 'a'
    one = 1


match {'a': 1, 1: 2, 3: 4}:
    case {Keys.a: x, Keys.one: y, **z}:
        print(x, y, z)  # expect: 1 2 {3: 4}

match {'a': {'b': [1, {'c': 2}]}}:
    case {'a': {'b': [_, {'c': x}]}}:
        print(x)  # expect: 2

match {'x': 1}:
    case {'x': 1 | 2 as n, **nothing}:
        print(n, nothing)  # expect: 1 {}

match {'type': 'circle', 'r': 3}:
    case {'type': 'square', 'a': a}:
        print('square')
    case {'type': 'circle', 'r': r} if r > 5:
        print('large circle')
    case {'type': 'circle' | 'ellipse' as kind, 'r': r}:
        print(kind, r)  # expect: circle 3


class Mapping(collections.abc.Mapping):
    def __init__(self, **items):
        self.items_ = items

    def __getitem__(self, key):
        print('item', key)
        return self.items_[key]

    def __len__(self):
        print('len')
        return len(self.items_)

    def __iter__(self):
        print('iter')
        return iter(self.items_)


match Mapping(a=1, b=2):
    case {'c': _}:
        print('wrong')
    case {'a': x, 'b': 3}:
        print('wrong')
    case {'a': x, **y}:
        print(x, y)  # expect: len
# expect: item c
# expect: len
# expect: item a
# expect: item b
# expect: len
# expect: item a
# expect: iter
# expect: item a
# expect: item b
# expect: 1 {'b': 2}


class Get(dict):
    def get(self, key, default='none given'):
        print('get', key, default == 'none given')
        return super().get(key, default)


match Get(a=1):
    case {'b': 1} | {'a': 1}:
        print('found')  # expect: get b False
# expect: get a False
# expect: found

try:
    match {'a': 0, 'b': 1}:
        case {Keys.a: x, 'a': y}:
            print('wrong')
except ValueError as e:
    print(e)  # expect: mapping pattern checks duplicate key ('a')
try:
    match {'a': 0, 'b': 1}:
        case {Keys.a: x, Keys.a: y}:
            print('wrong')
except ValueError as e:
    print(e)  # expect: mapping pattern checks duplicate key ('a')
# Too short: the keys are not even looked at.
match {'a': 0}:
    case {Keys.a: x, Keys.a: y}:
        print('wrong')
    case _:
        print('too short')  # expect: too short


class Lists:
    key = []


try:
    match {1: 2}:
        case {Lists.key: _}:
            print('wrong')
except TypeError as e:
    print(e)  # expect: unhashable type: 'list'

match {'a': 1}:
    case {'a': 1,}:
        print('comma')  # expect: comma
match {'a': 1, 'b': 2}:
    case {'a': 1, **rest,}:
        print(rest)  # expect: {'b': 2}
match {}:
    case {**rest}:
        print(rest)  # expect: {}
match {(): 1, 'long key': 2, 1+2j: 3}:
    case {'long' ' key': x, 1 + 2j: y}:
        print(x, y)  # expect: 2 3
