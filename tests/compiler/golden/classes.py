class Empty: pass

class Base(A, B, metaclass=M, key=1):
    """Doc."""
    x = 1
    def method(self): return super().method()
    def explicit(self): return __class__
    @property
    def p(self): return self.__private
    @staticmethod
    def s(__arg=1, *, __kw=2): __local = __arg; return __local, __kw.__dunder__

class Unpacked(*bases, **kwargs): __slots__ = ('__a', 'b')

@decorate
class Decorated(Base):
    class Inner:
        def f(self): return Inner
    global outside
    class outside: pass

def local_class(x):
    class C:
        y = x
        x = 2
        def get(self): return x
    return C

def free_and_bound(v):
    class D:
        v = v
        w = [v for _ in v]
        def __mangled(self): import __mod; from __pkg import __name as n; return __mod
    return D
