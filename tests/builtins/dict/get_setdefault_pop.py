def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


d = {'a': 1, 'b': None}
print(d.get('a'), d.get('z'), d.get('z', 5), d.get('b', 7), d.setdefault('a', 9), d.setdefault('n'), d.setdefault('m', []), d)  # expect: 1 None 5 None 1 None [] {'a': 1, 'b': None, 'n': None, 'm': []}
print(d.pop('a'), d.pop('zz', 'default'), d)  # expect: 1 default {'b': None, 'n': None, 'm': []}
print(attempt(lambda: d.pop('zz')))  # expect: KeyError: 'zz'
print(attempt(lambda: d.pop()))  # expect: TypeError: pop expected at least 1 arguments, got 0
print(attempt(lambda: d.get()))  # expect: TypeError: get expected at least 1 arguments, got 0
print(attempt(lambda: d.get([])))  # expect: TypeError: unhashable type: 'list'
print(attempt(lambda: d['zz']))  # expect: KeyError: 'zz'
print(attempt(lambda: d[[]]))  # expect: TypeError: unhashable type: 'list'
print(attempt(lambda: {}.popitem()))  # expect: KeyError: 'popitem(): dictionary is empty'
print(d.popitem(), d.popitem(), d)  # expect: ('m', []) ('n', None) {'b': None}
def drop():
    del d['nope']
print(attempt(lambda: drop()))  # expect: KeyError: 'nope'
print(d.clear(), d, d.copy() is d)  # expect: None {} False
