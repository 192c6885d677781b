def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class H:
    def __init__(self, f): self.f = f
    def __hash__(self): return self.f()
    def __repr__(self): return 'H'
def boom(): raise ValueError('hash')
print(attempt(lambda: {H(boom): 1}))  # expect: ValueError: hash
print(attempt(lambda: {}.get(H(boom))))  # expect: ValueError: hash
print(attempt(lambda: {H(boom)}))  # expect: ValueError: hash
print(attempt(lambda: dict([(H(boom), 1)])))  # expect: ValueError: hash
print(attempt(lambda: set([H(boom)])))  # expect: ValueError: hash
print(attempt(lambda: H(boom) in {}))  # expect: ValueError: hash
print(attempt(lambda: {}.pop(H(boom))))  # expect: KeyError: H
print(attempt(lambda: {}.pop(H(boom), 'default')))  # expect: default
print(attempt(lambda: {1: 2}.pop(H(boom))))  # expect: ValueError: hash
print(attempt(lambda: {}.setdefault(H(boom), 1)))  # expect: ValueError: hash
print(attempt(lambda: frozenset([H(boom)])))  # expect: ValueError: hash
print(attempt(lambda: dict.fromkeys([H(boom)])))  # expect: ValueError: hash
print(attempt(lambda: H(boom) in {1, 2}))  # expect: ValueError: hash
print(attempt(lambda: {1}.discard(H(boom))))  # expect: ValueError: hash
print(attempt(lambda: hash((1, H(boom)))))  # expect: ValueError: hash
d = {}
h = H(lambda: d.update(z=1) or 7)
d[h] = 'x'
print(sorted(map(str, d.values())))  # expect: ['1', 'x']
h = H(lambda: d.clear() or 7)
print(d.get(h), d)  # expect: None {}
