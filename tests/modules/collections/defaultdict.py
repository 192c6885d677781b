from collections import defaultdict


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


d = defaultdict(list)
d['a'].append(1)
print(d, d['b'], d, 'c' in d, d.get('c'), d.default_factory, len(d))  # expect: defaultdict(<class 'list'>, {'a': [1], 'b': []}) [] defaultdict(<class 'list'>, {'a': [1], 'b': []}) False None <class 'list'> 2
e = defaultdict(None, a=1)
print(attempt(lambda: e['z']))  # expect: KeyError: 'z'
print(defaultdict(int, [(1, 2)]), defaultdict(lambda: 7)['x'], defaultdict(int).copy(), defaultdict())  # expect: defaultdict(<class 'int'>, {1: 2}) 7 defaultdict(<class 'int'>, {}) defaultdict(None, {})
print(attempt(lambda: defaultdict(5)))  # expect: TypeError: first argument must be callable or None
f = defaultdict(int)
for c in 'hello':
    f[c] += 1
print(sorted(f.items()), f == {'h': 1, 'e': 1, 'l': 2, 'o': 1}, f.__missing__('q'), isinstance(f, dict))  # expect: [('e', 1), ('h', 1), ('l', 2), ('o', 1)] True 0 True
