from collections import OrderedDict


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
print(o, list(o), o.popitem(), o.popitem(last=False), o, OrderedDict(), OrderedDict(a=1) == OrderedDict(a=1), OrderedDict([('a', 1), ('b', 2)]) == OrderedDict([('b', 2), ('a', 1)]), OrderedDict(a=1) == {'a': 1})  # expect: OrderedDict([('b', 2)]) ['a', 'b', 'c'] ('c', 3) ('a', 1) OrderedDict([('b', 2)]) OrderedDict() True False True
o = OrderedDict.fromkeys('xyz')
o.move_to_end('x')
print(list(o))  # expect: ['y', 'z', 'x']
o.move_to_end('x', last=False)
print(list(o), list(reversed(o)), o.pop('y'), o.setdefault('n', 5), o)  # expect: ['x', 'y', 'z'] ['z', 'y', 'x'] None 5 OrderedDict([('x', None), ('z', None), ('n', 5)])
print(attempt(lambda: o.move_to_end('nope')))  # expect: KeyError: 'nope'
print(attempt(lambda: OrderedDict().popitem()))  # expect: KeyError: 'dictionary is empty'
print(attempt(lambda: o.pop('nope')))  # expect: KeyError: 'nope'
del o['x']
o['x'] = 1
print(o, o.copy() == o)  # expect: OrderedDict([('z', None), ('n', 5), ('x', 1)]) True
