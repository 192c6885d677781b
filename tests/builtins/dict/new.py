def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(dict(), dict(a=1), dict([('a', 1), ('b', 2)]), dict({'a': 1}, b=2), dict(zip('ab', [1, 2])), dict([['x', 1]]), dict(['ab']), dict(self=1))  # expect: {} {'a': 1} {'a': 1, 'b': 2} {'a': 1, 'b': 2} {'a': 1, 'b': 2} {'x': 1} {'a': 'b'} {'self': 1}
print(attempt(lambda: dict(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: dict([1])))  # expect: TypeError: cannot convert dictionary update sequence element #0 to a sequence
print(attempt(lambda: dict([(1, 2, 3)])))  # expect: ValueError: dictionary update sequence element #0 has length 3; 2 is required
print(attempt(lambda: dict(['abc'])))  # expect: ValueError: dictionary update sequence element #0 has length 3; 2 is required
print(attempt(lambda: dict({}, {})))  # expect: TypeError: dict expected at most 1 arguments, got 2
print(attempt(lambda: dict([('a', 1), 5])))  # expect: TypeError: cannot convert dictionary update sequence element #1 to a sequence
print(attempt(lambda: dict([([], 1)])))  # expect: TypeError: unhashable type: 'list'
class K:
    def keys(self):
        return ['x', 'y']
    def __getitem__(self, key):
        return key * 2
print(dict(K()), {**K()}, dict(K(), z=1))  # expect: {'x': 'xx', 'y': 'yy'} {'x': 'xx', 'y': 'yy'} {'x': 'xx', 'y': 'yy', 'z': 1}
print({1: 'a', 1.0: 'b', True: 'c'}, {**{'a': 1}, 'a': 2, **{'a': 3}})  # expect: {1: 'c'} {'a': 3}
