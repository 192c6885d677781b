from collections import deque


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class E:
    def __init__(self, f): self.f = f
    def __eq__(self, o):
        self.f()
        return False
d = deque([E(lambda: d.clear()), 1, 2])
print(attempt(lambda: d.index(9)))  # expect: RuntimeError: deque mutated during iteration
d = deque([E(lambda: d.append(0)), 1, 2])
print(attempt(lambda: d.count(9)))  # expect: RuntimeError: deque mutated during iteration
d = deque([E(lambda: d.clear()), 1, 2])
print(attempt(lambda: d.remove(9)))  # expect: IndexError: deque mutated during remove().
d = deque([E(lambda: d.clear()), 1, 2])
print(attempt(lambda: 9 in d))  # expect: RuntimeError: deque mutated during iteration
class R:
    def __repr__(self):
        d.clear()
        return 'R'
d = deque([R(), 1])
print(attempt(lambda: len(repr(d)) > 0))  # expect: True
d = deque([1, 2, 3])
def grow():
    for x in d: d.append(x)
print(attempt(lambda: grow()))  # expect: RuntimeError: deque mutated during iteration
class D:
    def __del__(self): d.append('del')
d = deque([D()])
d.clear()
print(d)  # expect: deque(['del'])
d = deque([D(), 1], maxlen=2)
d.append(2)
print(d)  # expect: deque([2, 'del'], maxlen=2)
