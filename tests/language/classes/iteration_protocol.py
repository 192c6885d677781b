def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class R:
    def __init__(self, n): self.n = n
    def __iter__(self):
        for i in range(self.n):
            yield i
print(list(R(3)), tuple(R(2)), [*R(2)], max(R(5)), sum(R(4)), 2 in R(3), dict(enumerate(R(2))), sorted(R(3), reverse=True), set(R(2)))  # expect: [0, 1, 2] (0, 1) [0, 1] 4 6 True {0: 0, 1: 1} [2, 1, 0] {0, 1}
a, b, c = R(3)
print(a, b, c)  # expect: 0 1 2
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration('done')
        return self.n
i = It()
print(list(i), list(i), next(It()))  # expect: [1, 2, 3] [] 1
print(attempt(lambda: next(i)))  # expect: StopIteration: done
class Seq:
    def __getitem__(self, i):
        print('get', i)
        return 'xyz'[i]
print(list(Seq()))  # expect: get 0
# expect: get 1
# expect: get 2
# expect: get 3
# expect: ['x', 'y', 'z']
print('y' in Seq())  # expect: get 0
# expect: get 1
# expect: True
class Hint:
    def __init__(self, h): self.h = h
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self):
        if isinstance(self.h, Exception):
            raise self.h
        return self.h
print(list(Hint(10)), list(Hint(NotImplemented)), list(Hint(TypeError('t'))))  # expect: [1, 2] [1, 2] [1, 2]
print(attempt(lambda: list(Hint(-1))))  # expect: ValueError: __length_hint__() should return >= 0
print(attempt(lambda: list(Hint('a'))))  # expect: TypeError: __length_hint__ must be an integer, not str
print(attempt(lambda: list(Hint(ValueError('v')))))  # expect: ValueError: v
