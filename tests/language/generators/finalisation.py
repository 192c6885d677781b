log = []
def g(name):
    try:
        yield name
    finally:
        log.append('fin ' + name)
x = g('a')
next(x)
del x
print(log)  # expect: ['fin a']
def consumer():
    for v in g('b'):
        break
    return len(log)
print(consumer(), log)  # expect: 2 ['fin a', 'fin b']
def use():
    it = g('c')
    next(it)
    raise ValueError
try:
    use()
except ValueError:
    pass
print(log)  # expect: ['fin a', 'fin b', 'fin c']
never = g('never')
del never
print(log)  # expect: ['fin a', 'fin b', 'fin c']
