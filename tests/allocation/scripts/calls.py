# Functions, closures, defaults, star-calls, recursion; everything small, since each acquisition is failed in turn.
def outer(n, *rest, scale=2, **named):
    total = 0
    def add(x, y=1):
        nonlocal total
        total += x * scale + y
        return add
    for value in rest:
        add(value)
    add(*[n], **{'y': len(named)})
    return total, rest, named

assert outer(1, 2, 3, a=4, b=5) == (16, (2, 3), {'a': 4, 'b': 5})
depth = lambda n: 0 if n == 0 else 1 + depth(n - 1)
assert depth(40) == 40
assert sorted([3, 1, 2], key=lambda x: -x) == [3, 2, 1]
assert list(map(lambda a, b: a + b, [1, 2], [3, 4])) == [4, 6]
from functools import partial, reduce
assert partial(outer, 1, scale=1)(2)[0] == 4
assert reduce(lambda a, b: a + b, range(10)) == 45
