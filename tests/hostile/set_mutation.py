class K:
    action = None
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
    def __eq__(self, o):
        if K.action:
            act, K.action = K.action, None
            act()
        return self is o
def with_action(make, use):
    s = make()
    K.action = s.clear
    try:
        return use(s), len(s)
    except Exception as e:
        return repr(e)
    finally:
        K.action = None
make = lambda: {K(1), K(1)}
print(with_action(make, lambda s: K(1) in s))  # expect: (False, 0)
print(with_action(make, lambda s: s.add(K(1))))  # expect: (None, 1)
print(with_action(make, lambda s: s.discard(K(1))))  # expect: (None, 0)
print(with_action(make, lambda s: len(s | {K(1)}) > 0))  # expect: (True, 0)
print(with_action(make, lambda s: len(s & {K(1)})))  # expect: (0, 0)
print(with_action(make, lambda s: len({K(1)} - s) >= 0))  # expect: (True, 0)
print(with_action(make, lambda s: s.issubset({K(1), K(1), K(1)})))  # expect: (True, 0)
print(with_action(make, lambda s: s.update([K(1)])))  # expect: (None, 1)
class It:
    def __init__(self, s): self.s = s
    def __iter__(self):
        yield 1
        self.s.clear()
        yield 2
s = {5, 6}
s.update(It(s))
print(s)  # expect: {2}
s = {1, 2, 5}
print(s.intersection(It(s)), s)  # expect: {1} set()
s = {1, 2, 5}
s.difference_update(It(s))
print(s)  # expect: set()
