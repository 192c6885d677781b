log = []
def e(x):
    log.append(x)
    return x
def f(a=e(1), *, b=e(2), c: e('ann') = e(3)) -> e('ret'):
    return a, b, c
print(log, f(), f.__annotations__)  # expect: [1, 2, 3, 'ann', 'ret'] (1, 2, 3) {'c': 'ann', 'return': 'ret'}
@e(lambda g: g)
def g(x=e('default')): return x
print(log[5:] == ['default'] or log[-1], g())  # expect: default default
