def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print('exit')
        raise
    finally:
        print('finally')
i = g()
print(next(i), i.close(), i.close(), next(i, 'closed'))  # expect: exit
# expect: finally
# expect: 1 None None closed
g().close()
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
s = stubborn()
next(s)
print(attempt(lambda: s.close()))  # expect: RuntimeError: generator ignored GeneratorExit
def raises():
    try:
        yield
    finally:
        raise KeyError('in close')
r = raises()
next(r)
print(attempt(lambda: r.close()))  # expect: KeyError: 'in close'
def returns():
    try:
        yield 1
    except GeneratorExit:
        return 5
q = returns()
next(q)
print(q.close())  # expect: None
z = g()
next(z)
del z  # expect: exit
# expect: finally
print('end')  # expect: end
