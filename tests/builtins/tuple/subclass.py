def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))
    @property
    def first(self):
        return self[0]
p = Pair(1, 2)
print(p, p.first, type(p + (3,)).__name__, type(p[:]).__name__, p == (1, 2), hash(p) == hash((1, 2)), isinstance(p, tuple), {p: 5}[(1, 2)])  # expect: (1, 2) 1 tuple tuple True True True 5
a, b = p
print(a, b, '%s-%s' % p)  # expect: 1 2 1-2
p.x = 5
print(p.x, p.__dict__)  # expect: 5 {'x': 5}
print(attempt(lambda: Pair(1)))  # expect: TypeError: __new__() missing 1 required positional argument: 'b'
