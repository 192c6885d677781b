# Sorting of tuples, which mostly needs no protocol, and updates of dicts that change meanwhile.
import random
random.seed(11)
class I(int):
    def __lt__(self, o): return int(self) > int(o)
class Noisy:
    log = 0
    def __init__(self, n): self.n = n
    def __lt__(self, o): Noisy.log += 1; return self.n < o.n
    def __eq__(self, o): return self.n == o.n
nan = float('nan')
pools = [lambda: random.randrange(5), lambda: random.choice([0.0, -0.0, 1.5, 2.5]), lambda: random.choice(['a', 'b', '\u03b1', 'ab', '']),
         lambda: random.choice([1, 1.0, True, 2**70, 2, -2**65]), lambda: I(random.randrange(3)), lambda: (random.randrange(2), random.choice('ab')), lambda: [random.randrange(2)],
         lambda: random.choice([1.0, float('inf'), -1e300, 1e300])]
total = 0
for trial in range(300):
    shape = [random.choice(pools) for _ in range(random.randrange(1, 4))]
    data = [tuple(p() for p in shape[:random.randrange(0, len(shape) + 1)] ) for _ in range(random.randrange(2, 70))]
    for result in (sorted(data), sorted(data, reverse=True), sorted(range(len(data)), key=data.__getitem__)):
        for c in repr(result): total = (total * 31 + ord(c)) % 1000000007
print(total)  # expect: 537339143
for bad in ([(1, 'a'), (1, 2)], [('a',), (1,)], [(None,), (None, 1), (1,)], [(1j,), (2j,)], [(1,), 'x']):
    try: print(sorted(bad))
    except TypeError as e: print(e)
# expect: '<' not supported between instances of 'int' and 'str'
# expect: '<' not supported between instances of 'int' and 'str'
# expect: '<' not supported between instances of 'int' and 'NoneType'
# expect: '<' not supported between instances of 'complex' and 'complex'
# expect: '<' not supported between instances of 'str' and 'tuple'
print(sorted([(nan, 2), (nan, 1)]), sorted([(Noisy(i % 3), -i) for i in range(9)])[0][1], Noisy.log > 0)  # expect: [(nan, 1), (nan, 2)] -6 True
class T(tuple):
    def __lt__(self, other): return len(self) < len(other)
print(sorted([T((3, 1, 2)), T((1, 9)), T((2,))]))  # expect: [(2,), (1, 9), (3, 1, 2)]
lst = [(2, 'b'), (1, 'a')]
class Evil:
    def __lt__(self, o): lst.append(1); return False
    def __eq__(self, o): return False
lst += [(1, Evil()), (1, Evil())]
try: lst.sort()
except (ValueError, TypeError) as e: print(type(e).__name__, e)  # expect: ValueError list modified during sort
# updating a dict that changes meanwhile
class K:
    def __init__(self, n, hook=None): self.n, self.hook = n, hook
    def __hash__(self): return 1
    def __eq__(self, o):
        if self.hook: self.hook()
        return self.n == o.n
src = {K(i): i for i in range(5)}
def wreck(): src.clear()
try: {K(9, wreck): 1}.update(src); print('updated')
except RuntimeError as e: print(e)  # expect: dict mutated during update
class D:
    def __del__(self): src2.clear()
src2 = {'a': 1, 'b': 2, 'c': 3}
target = {'a': D()}
try: target.update(src2); print(sorted(target))
except RuntimeError as e: print(e)  # expect: dict mutated during update
d = {i: i for i in range(10)}
for i in range(0, 10, 2): del d[i]
e = {1: 'x'}; e.update(d); print(e, dict(d), dict(e, **{'z': 1}))  # expect: {1: 1, 3: 3, 5: 5, 7: 7, 9: 9} {1: 1, 3: 3, 5: 5, 7: 7, 9: 9} {1: 1, 3: 3, 5: 5, 7: 7, 9: 9, 'z': 1}
