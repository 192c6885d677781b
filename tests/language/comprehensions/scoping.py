def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


x = 'outer'
print([x for x in range(3)], x)  # expect: [0, 1, 2] outer
print({x: x + 1 for x in range(2)}, {x % 2 for x in range(4)}, x)  # expect: {0: 1, 1: 2} {0, 1} outer
print([y for x in [[1, 2], [3]] for y in x if y != 2], [[i * j for j in range(3)] for i in range(2)])  # expect: [1, 3] [[0, 0, 0], [0, 1, 2]]
def f(a):
    return [a + b for b in range(a)], [lambda: b for b in range(3)][0]()
print(f(2))  # expect: ([2, 3], 2)
class A:
    items = [1, 2]
    doubled = [i * 2 for i in items]
    try:
        bad = [i for _ in [1] for i in items]
    except NameError as e:
        print(e)
# expect: name 'items' is not defined
print(A.doubled)  # expect: [2, 4]
fs = [lambda: i for i in range(3)]
print([g() for g in fs], [(lambda: i)() for i in range(3)])  # expect: [2, 2, 2] [0, 1, 2]
print([a for a, b in [(1, 2)]], [a for a, *b in ['abc']], [(a, b) for a in 'ab' for b in 'cd' if a < b if b != 'c'], [i for i in range(10) if i % 2 if i % 3])  # expect: [1] ['a'] [('a', 'd'), ('b', 'd')] [1, 5, 7]
print([x if x else -1 for x in (0, 1)], {k: v for k, v in zip('ab', [1, 2])}, {(i, j) for i in range(2) for j in range(1)} == {(0, 0), (1, 0)}, [*(i for i in range(2)), *[5]])  # expect: [-1, 1] {'a': 1, 'b': 2} True [0, 1, 5]
print(attempt(lambda: [i for i in 5]))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: [a for a, b in [(1,)]]))  # expect: ValueError: not enough values to unpack (expected 2, got 1)
print({print('key', k) or k: print('val', k) for k in 'ab'})  # expect: val a
# expect: key a
# expect: val b
# expect: key b
# expect: {'a': None, 'b': None}
