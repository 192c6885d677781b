def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print({1: 2} == {1: 2.0}, {1: 2} != {1: 3}, {} == [], {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {1: {2: 3}} == {1: {2: 3}})  # expect: True True False True True
print(attempt(lambda: {} < {}))  # expect: TypeError: '<' not supported between instances of 'dict' and 'dict'
print(attempt(lambda: {} + {}))  # expect: TypeError: unsupported operand type(s) for +: 'dict' and 'dict'
print(attempt(lambda: hash({})))  # expect: TypeError: unhashable type: 'dict'
d = {}
d['self'] = d
print(d, {'a': d}, len({1: 1}), 1 in {1: 1}, bool({}), {(1, 2): 'tuple', None: 1, 'k': []})  # expect: {'self': {...}} {'a': {'self': {...}}} 1 True False {(1, 2): 'tuple', None: 1, 'k': []}
d2 = {}
d2['v'] = d2.values()
print(d2)  # expect: {'v': dict_values([...])}
class Sub(dict):
    pass
s = Sub(a=1)
s.attr = 5
print(s, s.attr, s == {'a': 1}, type(s.copy()).__name__)  # expect: {'a': 1} 5 True dict
