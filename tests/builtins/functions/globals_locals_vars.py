def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


x = 1
def f(a, b=2):
    c = 3
    inner = lambda: c
    return sorted(locals().items(), key=str)[:3], 'f' in globals()
print(f(1), globals()['x'], locals() is globals())  # expect: ([('a', 1), ('b', 2), ('c', 3)], True) 1 True
class A:
    y = 5
    names = sorted(k for k in locals() if not k.startswith('__'))
print(A.names, vars(A)['y'], type(vars(A)).__name__, vars(A()), vars() is globals())  # expect: ['y'] 5 mappingproxy {} True
print(attempt(lambda: vars(5)))  # expect: TypeError: vars() argument must have __dict__ attribute
print(attempt(lambda: vars(1, 2)))  # expect: TypeError: vars expected at most 1 arguments, got 2
globals()['made'] = 'dynamic'
print(made)  # expect: dynamic
def g():
    loc = locals()
    z = 1
    return loc, locals() is loc, loc
print(g())  # expect: ({'z': 1, 'loc': {...}}, True, {'z': 1, 'loc': {...}})
