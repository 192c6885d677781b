def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def f(*a, **k):
    return a, sorted(k.items())
log = []
def e(x):
    log.append(x)
    return x
print(f(*e([1]), e(2), *e([3]), k=e(4), **e({'m': 5})), log)  # expect: ((1, 2, 3), [('k', 4), ('m', 5)]) [[1], 2, [3], 4, {'m': 5}]
print(f(*range(2), *'ab', **{'x': 1}, **{'y': 2}), f(*[], **{}), f(*{'k': 1}), f(*(i for i in range(2))))  # expect: ((0, 1, 'a', 'b'), [('x', 1), ('y', 2)]) ((), []) (('k',), []) ((0, 1), [])
print(attempt(lambda: f(**{'a': 1}, **{'a': 2})))  # expect: TypeError: f() got multiple values for keyword argument 'a'
print(attempt(lambda: f(k=1, **{'k': 2})))  # expect: TypeError: f() got multiple values for keyword argument 'k'
print(attempt(lambda: f(*1)))  # expect: TypeError: f() argument after * must be an iterable, not int
print(attempt(lambda: f(**1)))  # expect: TypeError: f() argument after ** must be a mapping, not int
print(attempt(lambda: f(**{'a b': 1})))  # expect: ((), [('a b', 1)])
