def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class K:
    def __init__(self, v):
        self.v = v
    def __hash__(self):
        return hash(self.v)
    def __eq__(self, o):
        return isinstance(o, K) and self.v == o.v
d = {K(1): 'a', K(2): 'b'}
print(d[K(1)], K(1) in d, K(3) in d, len({K(1), K(1)}), [K(1)].index(K(1)), K(1) != K(2), d.get(K(9)))  # expect: a True False 1 0 True None
class NoHash:
    def __eq__(self, o): return True
print(NoHash.__hash__, NoHash() == 5, NoHash() != 5)  # expect: None True False
class Back(NoHash):
    __hash__ = object.__hash__
print(isinstance(hash(Back()), int))  # expect: True
class Collide:
    n = 0
    def __hash__(self): return 1
    def __eq__(self, o):
        Collide.n += 1
        return self is o
items = [Collide() for _ in range(20)]
t = {x: i for i, x in enumerate(items)}
print(all(t[x] == i for i, x in enumerate(items)), len(t), Collide.n > 0)  # expect: True 20 True
class BadEq:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError('eq')
x = BadEq()
print(attempt(lambda: {x: 1}[x]))  # expect: 1
print(attempt(lambda: {x: 1}[BadEq()]))  # expect: ValueError: eq
print(attempt(lambda: {x, BadEq()}))  # expect: ValueError: eq
class F(float):
    pass
print({1: 'i', F(2): 'f'}[2], hash(F(2)) == hash(2))  # expect: f True
