def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


l = [3, 1, 2]
def key(x):
    l.append(x)
    return x
print(attempt(lambda: l.sort(key=key)))  # expect: ValueError: list modified during sort
print(l)  # expect: [1, 2, 3]
l = [3, 1, 2]
def clear(x):
    l.clear()
    return x
print(attempt(lambda: l.sort(key=clear)))  # expect: None
print(l)  # expect: [1, 2, 3]
class Lt:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        m.append('x')
        return self.v < o.v
    def __repr__(self): return 'L%d' % self.v
m = [Lt(2), Lt(1)]
print(attempt(lambda: m.sort()))  # expect: ValueError: list modified during sort
print(m)  # expect: [L1, L2]
class Sees:
    def __lt__(self, o):
        seen.append(len(n))
        return False
seen = []
n = [Sees(), Sees()]
n.sort()
print(seen, len(n))  # expect: [0] 2
class Raises:
    def __lt__(self, o): raise ValueError('lt')
r = [Raises(), Raises(), 1]
print(attempt(lambda: r.sort()))  # expect: ValueError: lt
print(len(r))  # expect: 3
k = [3, 2, 1]
def bad(x):
    if x == 2: raise KeyError(x)
    return x
print(attempt(lambda: k.sort(key=bad)))  # expect: KeyError: 2
print(k)  # expect: [3, 2, 1]
