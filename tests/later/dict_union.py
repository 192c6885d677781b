# dict | and |=, .mapping of the views, and the same of mappings in collections, types and weakref.
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


import collections
import operator
import types
import weakref
a, b = {1: 'a', 2: 'b'}, {2: 'c', 3: 'd'}
print(a | b, b | a, a | {}, {} | a, a, b)  # expect: {1: 'a', 2: 'c', 3: 'd'} {2: 'b', 3: 'd', 1: 'a'} {1: 'a', 2: 'b'} {1: 'a', 2: 'b'} {1: 'a', 2: 'b'} {2: 'c', 3: 'd'}
print((a | a) is a, a.__or__(b), a.__ror__(b))  # expect: False {1: 'a', 2: 'c', 3: 'd'} {2: 'b', 3: 'd', 1: 'a'}
print(a.__or__([]), a.__ror__([(1, 2)]), a.__or__(None))  # expect: NotImplemented NotImplemented NotImplemented
print(error(operator.or_, a, [(1, 2)]))  # expect: TypeError: unsupported operand type(s) for |: 'dict' and 'list'
print(error(operator.or_, [(1, 2)], a))  # expect: TypeError: unsupported operand type(s) for |: 'list' and 'dict'
print(error(operator.or_, a, None))  # expect: TypeError: unsupported operand type(s) for |: 'dict' and 'NoneType'
print(error(operator.or_, a, {1}))  # expect: TypeError: unsupported operand type(s) for |: 'dict' and 'set'
c = d = dict(a)
c |= b
print(c, c is d)  # expect: {1: 'a', 2: 'c', 3: 'd'} True
c |= [(5, 6), 'xy']
print(c)  # expect: {1: 'a', 2: 'c', 3: 'd', 5: 6, 'x': 'y'}
c |= ()
print(c is d, d.__ior__({}) is d)  # expect: True True
print(error(operator.ior, d, 5))  # expect: TypeError: 'int' object is not iterable
print(error(operator.ior, d, [5]))  # expect: TypeError: cannot convert dictionary update sequence element #0 to a sequence
print(error(operator.ior, d, ['abc']))  # expect: ValueError: dictionary update sequence element #0 has length 3; 2 is required
print(error(operator.ior, d, [[[], 1]]))  # expect: TypeError: unhashable type: 'list'


class Sub(dict):
    pass


class Own(dict):
    def __or__(self, other):
        return 'own or'

    def __ror__(self, other):
        return 'own ror'


s = Sub(a)
print(type(s | b).__name__, type(a | s).__name__, s | b)  # expect: dict dict {1: 'a', 2: 'c', 3: 'd'}
s |= b
print(type(s).__name__, s)  # expect: Sub {1: 'a', 2: 'c', 3: 'd'}
print(Own() | a, a | Own())  # expect: own or own ror
o = collections.OrderedDict([(3, 'x'), (1, 'y')])
print(dict(o | b), dict(b | o), list(b | o))  # expect: {3: 'd', 1: 'y', 2: 'c'} {2: 'c', 3: 'x', 1: 'y'} [2, 3, 1]
print(type(o | o).__name__, o.__or__(5), o.__ror__([]))  # expect: OrderedDict NotImplemented NotImplemented
p = o
p |= [(0, 'z')]
print(list(p.items()), p is o)  # expect: [(3, 'x'), (1, 'y'), (0, 'z')] True
e = collections.defaultdict(list, a)
print(e | b, b | e)  # expect: defaultdict(<class 'list'>, {1: 'a', 2: 'c', 3: 'd'}) defaultdict(<class 'list'>, {2: 'b', 3: 'd', 1: 'a'})
print((e | b)[99], type(e | o).__name__, type(o | e).__name__)  # expect: [] defaultdict OrderedDict
e |= {7: 8}
print(e)  # expect: defaultdict(<class 'list'>, {1: 'a', 2: 'b', 7: 8})
m = collections.ChainMap({1: 'x'}, {2: 'y'})
print(m | {2: 'z'}, {2: 'z', 4: 'w'} | m)  # expect: ChainMap({1: 'x', 2: 'z'}, {2: 'y'}) ChainMap({2: 'y', 4: 'w', 1: 'x'})
m |= {5: 6}
print(m, m.new_child(k=1).maps[0], m.new_child({1: 2}, k=1).maps[0])  # expect: ChainMap({1: 'x', 5: 6}, {2: 'y'}) {'k': 1} {1: 2, 'k': 1}
u = collections.UserDict(a)
print(u | b, type(u | b).__name__, b | u, u | u)  # expect: {1: 'a', 2: 'c', 3: 'd'} UserDict {2: 'b', 3: 'd', 1: 'a'} {1: 'a', 2: 'b'}
u |= b
print(u, error(operator.or_, u, 5))  # expect: {1: 'a', 2: 'c', 3: 'd'} TypeError: unsupported operand type(s) for |: 'UserDict' and 'int'
t = types.MappingProxyType(a)
print(t | b, b | t, t | t, type(t | t).__name__)  # expect: {1: 'a', 2: 'c', 3: 'd'} {2: 'b', 3: 'd', 1: 'a'} {1: 'a', 2: 'b'} dict
print(error(operator.ior, t, b))  # expect: TypeError: '|=' is not supported by mappingproxy; use '|' instead
print(collections.Counter('ab') | collections.Counter('bc') == collections.Counter('abc'))  # expect: True
print(a.keys().mapping, a.values().mapping == a, type(a.items().mapping).__name__)  # expect: {1: 'a', 2: 'b'} True mappingproxy
print(error(operator.setitem, a.keys().mapping, 1, 2))  # expect: TypeError: 'mappingproxy' object does not support item assignment
print(error(setattr, a.keys(), 'mapping', 1))  # expect: AttributeError: attribute 'mapping' of 'dict_keys' objects is not writable
class Thing: pass
x, y = Thing(), Thing()
w = weakref.WeakKeyDictionary({x: 1})
print(len(w | {y: 2}), type({y: 2} | w).__name__)  # expect: 2 WeakKeyDictionary
w |= {y: 3}
print(len(w), (w | {y: 4})[y], ({y: 4} | w)[y])  # expect: 2 4 3
v = weakref.WeakValueDictionary(x=x)
print(sorted((v | {'y': y}).keys()), type({'y': y} | v).__name__, error(operator.or_, v, 5))  # expect: ['x', 'y'] WeakValueDictionary TypeError: unsupported operand type(s) for |: 'WeakValueDictionary' and 'int'
v |= {'y': y}
print(sorted(v.keys()))  # expect: ['x', 'y']
