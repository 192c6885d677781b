from collections import ChainMap


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


c = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(c['a'], c['b'], len(c), sorted(c), 'b' in c, c.get('z'), c.maps, c.parents, c.new_child({'n': 0})['n'])  # expect: 1 3 2 ['a', 'b'] True None [{'a': 1}, {'a': 2, 'b': 3}] ChainMap({'a': 2, 'b': 3}) 0
c['z'] = 9
print(c.maps[0])  # expect: {'a': 1, 'z': 9}
print(attempt(lambda: c['nope']))  # expect: KeyError: 'nope'
def drop():
    del c['b']
print(attempt(lambda: drop()))  # expect: KeyError: "Key not found in the first mapping: 'b'"
