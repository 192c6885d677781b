def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def f(a, b=[], c=None):
    b.append(a)
    return b, c
print(f(1), f(2), f(3, []), f(4, c=5))  # expect: ([1, 2, 4], None) ([1, 2, 4], None) ([3], None) ([1, 2, 4], 5)
n = 1
def g(x=n):
    return x
n = 2
print(g(), f.__defaults__, g.__defaults__, f.__kwdefaults__)  # expect: 1 ([1, 2, 4], None) (1,) None
def h(*, k=5, m):
    return k, m
print(h(m=1), h.__kwdefaults__)  # expect: (5, 1) {'k': 5}
g.__defaults__ = (99,)
print(g())  # expect: 99
h.__kwdefaults__ = {'m': 7}
print(attempt(lambda: h()))  # expect: TypeError: h() missing 1 required keyword-only argument: 'k'
print(h(k=1))  # expect: (1, 7)
fs = [lambda i=i: i for i in range(3)]
print([x() for x in fs])  # expect: [0, 1, 2]
gs = [lambda: i for i in range(3)]
print([x() for x in gs])  # expect: [2, 2, 2]
