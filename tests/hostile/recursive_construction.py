class B:
    def __init__(self): B()
def rec(f):
    try:
        f()
        return 'no error'
    except RecursionError:
        return 'RecursionError'
print(rec(B))  # expect: RecursionError
class A:
    def __new__(cls): return cls()
print(rec(A))  # expect: RecursionError
class M(type):
    def __call__(cls): return cls()
class C(metaclass=M): pass
print(rec(C))  # expect: RecursionError
class D:
    def __get__(self, o, t): return o.d
    __set__ = None
class E:
    d = D()
print(rec(lambda: E().d))  # expect: RecursionError
class F: pass
F.__call__ = F()
print(rec(F()))  # expect: RecursionError
class G(type):
    def __instancecheck__(cls, o): return isinstance(o, cls)
class H(metaclass=G): pass
print(rec(lambda: isinstance(1, H)))  # expect: RecursionError
def gen():
    yield from gen()
print(rec(lambda: next(gen())))  # expect: RecursionError
def mutual_a(): return mutual_b()
def mutual_b(): return mutual_a()
print(rec(mutual_a), rec(lambda: sorted([1, 2], key=lambda x: mutual_a())))  # expect: RecursionError RecursionError
async def co(): await co()
print(rec(lambda: co().send(None)))  # expect: RecursionError
it = iter([])
for i in range(100000):
    it = map(abs, it)
print(type(it).__name__)  # expect: map
del it
