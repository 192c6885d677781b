def f(): pass
def f(a, b=1, *c, d, e=2, **g): pass
def f(a: 1, b: 2 = 3, *c: 4, d: 5 = 6, **e: 7) -> 8: return
def f(*, a, b=1,): return a
def f(a, *b,): return a, b
def f(**a,): return ()
def f(*a, **b):
    'doc'
    nonlocal_ = yield
    x = yield a, b
    yield from c
    return (yield)
def f():
    x = 1
    def g():
        nonlocal x
        global y, z
@a
@b.c.d
@e()
@f.g(1, h=2)
def i(): pass
@a
class B: pass
class A: pass
class A(): pass
class A(B, *C, d=e, **f):
    x: int = 1
    def g(self): return super().g()
lambda: 0
lambda a, b=1, *c, d, e=2, **f: a
lambda *a: lambda **b: (yield)
lambda *, a: a
