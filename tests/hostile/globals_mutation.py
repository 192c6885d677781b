def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


x = 1
def f():
    del globals()['x']
    return x
print(attempt(lambda: f()))  # expect: NameError: name 'x' is not defined
x = 2
def g():
    globals()['len'] = lambda v: 'fake'
    try:
        return len('a')
    finally:
        del globals()['len']
print(g(), len('a'))  # expect: fake 1
def h():
    for k in list(globals()):
        if k.startswith('tmp'):
            del globals()[k]
    return 'ok'
tmp1 = tmp2 = 1
print(h(), 'tmp1' in globals())  # expect: ok False
def reads(n):
    out = []
    for i in range(n):
        globals()['y'] = i
        out.append(y)
        if i == 1:
            del globals()['y']
            globals().update({'z%d' % j: j for j in range(100)})
            globals()['y'] = 'back'
            out.append(y)
    return out
print(reads(4))  # expect: [0, 1, 'back', 2, 3]
