def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


a, b = {'x': 1}, {'x': 2, 'y': 3}
print({**a, **b}, {**b, **a}, {**a, 'x': 9}, {'x': 0, **a}, dict(**a, y=1), {**{}})  # expect: {'x': 2, 'y': 3} {'x': 1, 'y': 3} {'x': 9} {'x': 1} {'x': 1, 'y': 1} {}
print(attempt(lambda: {**5}))  # expect: TypeError: 'int' object is not a mapping
print(attempt(lambda: {**[('a', 1)]}))  # expect: TypeError: 'list' object is not a mapping
def f(**k): return k
print(f(**a), f(**a, y=5))  # expect: {'x': 1} {'x': 1, 'y': 5}
print(attempt(lambda: f(**{1: 2})))  # expect: TypeError: f() keywords must be strings
k, v = {'p': 1, 'q': 2}
print(k, v, [*b], (*b.items(),))  # expect: p q ['x', 'y'] (('x', 2), ('y', 3))
