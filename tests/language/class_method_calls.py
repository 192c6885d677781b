# Calls of class, static and native class methods through a class at one place: what the cached form must notice.
import sys
class M(type):
    def meth(cls): return 'M'
class A:
    @classmethod
    def c(cls, x=1): return (cls.__name__, x)
    @staticmethod
    def s(x): return x
    def f(self): return 'f'
class B(A): pass
class D(dict): pass
class X: fromkeys = dict.__dict__['fromkeys']
def run(n):
    out = []
    for i in range(n):
        for k in (A, B):
            out.append((k.c(), k.c(i), k.s(i), k.f(3)))
        out.append((dict.fromkeys('a'), type(D.fromkeys('b', 1)), int.from_bytes(b'\1\2', 'big'), int.from_bytes(bytes=b'\1', byteorder='big')))
        for bad in (lambda: X.fromkeys('a'), lambda: int.from_bytes(), lambda: B.f(), lambda: B.c(1, 2), lambda: dict.fromkeys(), lambda: A.nope()):
            try: out.append(bad())
            except Exception as e: out.append(type(e).__name__ + ': ' + str(e))
    return out
r = run(3)
print(r[0], r[2]); print(r[3:9]); print(len(r), r[:9][2:] == r[2:9])  # expect: (('A', 1), ('A', 0), 0, 'f') ({'a': None}, <class '__main__.D'>, 258, 1)
# expect: ["TypeError: descriptor 'fromkeys' for type 'dict' doesn't apply to type 'X'", "TypeError: Required argument 'bytes' (pos 1) not found", "TypeError: f() missing 1 required positional argument: 'self'", 'TypeError: c() takes from 1 to 2 positional arguments but 3 were given', 'TypeError: fromkeys expected at least 1 arguments, got 0', "AttributeError: type object 'A' has no attribute 'nope'"]
# expect: 27 True
def call(k): return k.c()
print([call(A) for _ in range(3)]); A.c = classmethod(lambda cls, x=1: 'new'); print([call(A) for _ in range(3)], call(B))  # expect: [('A', 1), ('A', 1), ('A', 1)]
# expect: ['new', 'new', 'new'] new
B.c = staticmethod(lambda: 'static'); print([call(B) for _ in range(3)])  # expect: ['static', 'static', 'static']
del B.c; print(call(B)); A.c = lambda: 'plain'; print([call(B) for _ in range(3)])  # expect: new
# expect: ['plain', 'plain', 'plain']
A.c = classmethod(lambda cls: 'x'); print([call(A) for _ in range(3)])  # expect: ['x', 'x', 'x']
A.__dict__['c'].__init__(lambda cls: 'again'); print([call(A) for _ in range(2)])  # expect: ['again', 'again']
class N(metaclass=M):
    @classmethod
    def c(cls): return 'N.c'
    @classmethod
    def meth(cls): return 'N.meth'
def m(k): return k.meth(), k.c()
print([m(N) for _ in range(3)])  # expect: [('N.meth', 'N.c'), ('N.meth', 'N.c'), ('N.meth', 'N.c')]
class P:
    @classmethod
    def c(cls): return 'P'
print([call(P) for _ in range(3)])  # expect: ['P', 'P', 'P']
class Meta2(type):
    c = property(lambda cls: (lambda: 'meta property'))
class Q:
    @classmethod
    def c(cls): return 'Q'
print([call(Q) for _ in range(2)])  # expect: ['Q', 'Q']
Q.__class__ = Meta2  # expect raises: TypeError: __class__ assignment only supported for heap types or ModuleType subclasses
print([call(Q) for _ in range(2)])
events = []
def profile(frame, event, arg):
    if event.startswith('c_'): events.append((event, getattr(arg, '__qualname__', arg)))
def prof():
    for i in range(3): dict.fromkeys('a'); int.from_bytes(b'a', 'big')
prof(); sys.setprofile(profile); prof(); sys.setprofile(None); print(events)
def gen():
    for i in range(3): yield dict.fromkeys('ab'), A.s(i), int.from_bytes(b'\2', 'little')
print(list(gen()))
