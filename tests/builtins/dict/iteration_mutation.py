def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


d = {1: 1, 2: 2}
def grow():
    for k in d:
        d[k + 10] = 0
def shrink():
    for k in d:
        del d[k]
def change():
    for k in d:
        d[k] = 'c'
    return d
print(attempt(lambda: change()))  # expect: {1: 'c', 2: 'c'}
print(attempt(lambda: grow()))  # expect: RuntimeError: dictionary changed size during iteration
d = {1: 1, 2: 2}
print(attempt(lambda: shrink()))  # expect: RuntimeError: dictionary changed size during iteration
it = iter({1: 2})
print(next(it), next(it, 'end'), it.__length_hint__())  # expect: 1 end 0
def both():
    e = {1: 1}
    i = iter(e.items())
    e[2] = 2
    return next(i)
print(attempt(lambda: both()))  # expect: RuntimeError: dictionary changed size during iteration
