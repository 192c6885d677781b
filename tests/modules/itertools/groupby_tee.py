from itertools import groupby, tee


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print([(k, list(g)) for k, g in groupby('aabbba')], [(k, len(list(g))) for k, g in groupby(range(10), key=lambda x: x // 4)])  # expect: [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('a', ['a'])] [(0, 4), (1, 4), (2, 2)]
groups = [g for k, g in groupby('aab')]
print([list(g) for g in groups])  # expect: [[], ['b']]
g = groupby('aaabb')
k, first = next(g)
print(next(first))  # expect: a
k, second = next(g)
print(k, list(first), list(second))  # expect: b [] ['b', 'b']
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a), len(tee('x', 3)), tee('x', 0))  # expect: 1 2 [1, 2, 3] [3] 3 ()
print(attempt(lambda: tee([], -1)))  # expect: ValueError: n must be >= 0
print(attempt(lambda: tee(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: groupby()))  # expect: TypeError: Required argument 'iterable' (pos 1) not found
