class A:
    x = 1
    for i in range(3):
        x += i
    if x > 2:
        y = 'big'
    try:
        1 / 0
    except ZeroDivisionError as e:
        z = str(e)
    def f(n, default=x): return default
    w = f(0)
    class B:
        inner = 'inner'
    v = B.inner
    print(__name__, __module__, __qualname__)
    __qualname__ = 'Fancy'
# expect: __main__ __main__ A
print(A.x, A.i, A.y, A.z, A.w, A.v, A.__qualname__, A.B.__qualname__, hasattr(A, 'e'))  # expect: 4 2 big division by zero 4 inner Fancy A.B False
def f(p):
    class C:
        q = p
        def get(self): return p, __class__
    return C
print(f(5).q, f(6)().get()[0])  # expect: 5 6
class D:
    __slots__ = ()
    def get(self): return __class__.__name__
print(D().get(), '__class__' in D.__dict__)  # expect: D False
class E:
    a = b = c = []
    a.append(1)
print(E.b)  # expect: [1]
class F:
    def g(self): return F.__name__
    global leaked
    leaked = 'module'
print(F().g(), leaked, hasattr(F, 'leaked'))  # expect: F module False
