def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def f(a, b=1, *c, d, **e):
    "docstring"
    z = a
    return z
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_flags & 12, f.__dict__, f.__closure__, f.__globals__ is globals())  # expect: f f docstring __main__ (1,) ('a', 'b', 'd', 'c', 'e', 'z') 2 1 12 {} None True
f.attr = 5
print(f.attr, f.__dict__)  # expect: 5 {'attr': 5}
f.__name__ = 'renamed'
f.__doc__ = None
print(f.__name__, f.__doc__, repr(f).split(' at ')[0])  # expect: renamed None <function f
class A:
    def m(self): pass
    class B:
        def n(self):
            return lambda: 0
print(A.m.__qualname__, A.B.n.__qualname__, A.B().n().__qualname__, A.B.__qualname__, (lambda: 0).__name__)  # expect: A.m A.B.n A.B.n.<locals>.<lambda> A.B <lambda>
a = A()
print(a.m.__self__ is a, a.m.__func__ is A.m, a.m == a.m, a.m is a.m, hash(a.m) == hash(a.m), a.m.__name__)  # expect: True True True False True m
def name(v):
    f.__name__ = v
print(attempt(lambda: name(5)))  # expect: TypeError: __name__ must be set to a string object
def code(v):
    f.__code__ = v
print(attempt(lambda: code(5)))  # expect: TypeError: __code__ must be set to a code object
f.__code__ = (lambda: 'swapped').__code__
print(f())  # expect: swapped
print(attempt(lambda: a.m.nope))  # expect: AttributeError: 'function' object has no attribute 'nope'
print(attempt(lambda: setattr(a.m, 'x', 1)))  # expect: AttributeError: 'method' object has no attribute 'x'
def g():
    return g.count
print(attempt(lambda: g()))  # expect: AttributeError: 'function' object has no attribute 'count'
