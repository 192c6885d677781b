def rec(f):
    try:
        f()
        return 'no error'
    except RecursionError:
        return 'RecursionError'
def nest(make, n):
    x = make(None)
    for _ in range(n):
        x = make(x)
    return x
n = 100000
lists, tuples, dicts = nest(lambda x: [x], n), nest(lambda x: (x,), n), nest(lambda x: {1: x}, n)
other = nest(lambda x: [x], n)
print(rec(lambda: repr(lists)), rec(lambda: repr(tuples)), rec(lambda: repr(dicts)))  # expect: RecursionError RecursionError RecursionError
print(rec(lambda: lists == other), rec(lambda: lists < other), rec(lambda: hash(tuples)), rec(lambda: str(lists)))  # expect: RecursionError RecursionError no error RecursionError
del lists, tuples, dicts, other
print('freed')  # expect: freed
a, b = [], []
a.append(b)
b.append(a)
print(rec(lambda: a == b), repr(a))  # expect: RecursionError [[[...]]]
l = []
l.append(l)
print(rec(lambda: l == [l]), l == l, l in l)  # expect: no error True True
t = ([],)
t[0].append(t)
print(repr(t), rec(lambda: hash(t)) if False else 'skip')  # expect: ([(...)],) skip
def flat(x):
    return [flat(y) for y in x]
print(rec(lambda: flat(l)))  # expect: RecursionError
