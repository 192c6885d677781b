def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def outer():
    x = 1
    def get():
        return x
    def put(v):
        nonlocal x
        x = v
    return get, put
get, put = outer()
put(5)
print(get(), get.__closure__[0].cell_contents, get.__code__.co_freevars, outer.__code__.co_cellvars)  # expect: 5 5 ('x',) ('x',)
def deep():
    a = 1
    def mid():
        def inner():
            nonlocal a
            a += 1
            return a
        return inner
    return mid()
d = deep()
print(d(), d(), d.__closure__ is not None, len.__class__.__name__)  # expect: 2 3 True builtin_function_or_method
def counter():
    n = 0
    def c():
        nonlocal n
        n += 1
        return n
    return c
c1, c2 = counter(), counter()
print(c1(), c1(), c2())  # expect: 1 2 1
def unbound():
    def f():
        return later
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
    later = 1
    return f()
print(unbound())  # expect: NameError free variable 'later' referenced before assignment in enclosing scope
# expect: 1
def arg(x):
    return lambda: x
print(arg(5)(), [f() for f in [arg(i) for i in range(3)]])  # expect: 5 [0, 1, 2]
def empty():
    def f():
        return y
    if 0:
        y = 1
    return f.__closure__[0].cell_contents
print(attempt(lambda: empty()))  # expect: ValueError: Cell is empty
