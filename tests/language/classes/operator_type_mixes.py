def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def f(a, b): return a + b
print([f(1, 2), f(1.5, 2), f('a', 'b'), f([1], [2]), f((1,), (2,)), f(2**70, 1), f(1j, 1), f(True, True), f(b'a', b'b'), f(1, 2)])  # expect: [3, 3.5, 'ab', [1, 2], (1, 2), 1180591620717411303425, (1+1j), 2, b'ab', 3]
def g(a, b): return a < b, a == b
print([g(1, 2), g(1.5, 2), g('a', 'b'), g([1], [2]), g(2**70, 1), g(True, 2), g(1, 2.5)])  # expect: [(True, False), (True, False), (True, False), (True, False), (False, False), (True, False), (True, False)]
def h(a, i): return a[i]
print([h([1, 2], 0), h((1, 2), 1), h('ab', 0), h({0: 'd'}, 0), h(b'ab', 1), h(range(5), 2), h([1], -1)])  # expect: [1, 2, 'a', 'd', 98, 2, 1]
def k(x): return [i for i in x]
print([k([1]), k((1,)), k('a'), k({1: 2}), k({3}), k(range(2)), k(iter([4])), k(x for x in [5]), k(b'a'), k({1: 2}.items())])  # expect: [[1], [1], ['a'], [1], [3], [0, 1], [4], [5], [97], [(1, 2)]]
def c(f, *a): return f(*a)
print([c(len, 'ab'), c(lambda x: x, 1), c(str, 5), c([1, 2].count, 1), c(''.join, ['a']), c(int, '7'), c(max, 1, 2)])  # expect: [2, 1, '5', 1, 'a', 7, 2]
print(attempt(lambda: f(1, 'a')))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
print(attempt(lambda: f('a', 1)))  # expect: TypeError: must be str, not int
print(attempt(lambda: h(5, 0)))  # expect: TypeError: 'int' object is not subscriptable
