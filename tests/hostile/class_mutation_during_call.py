def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    def m(self):
        del A.m
        return 'ran'
    def __eq__(self, o):
        A.__eq__ = object.__eq__
        return 'first'
    def __getattr__(self, n):
        A.__getattr__ = lambda self, n: 'second'
        return 'first'
a = A()
print(a.m())  # expect: ran
print(attempt(lambda: a.m()))  # expect: TypeError: 'str' object is not callable
print(a.x, a.x, a == 1, a == 1)  # expect: second second first False
class B:
    def __init__(self):
        self.__class__ = C
        self.v = 1
class C:
    def who(self): return 'C', self.v
print(B().who())  # expect: ('C', 1)
def f():
    f.__code__ = g.__code__
    return 'old'
def g(): return 'new'
print(f(), f())  # expect: old new
class D:
    x = 1
    def __getattribute__(self, n):
        D.x = 2
        return object.__getattribute__(self, n)
print(D().x, D.x)  # expect: 2 2
for i in range(3):
    class E:
        v = i
    o = E()
    print(o.v, end=' ')
    E.v = 'changed'
    print(o.v)
# expect: 0 changed
# expect: 1 changed
# expect: 2 changed
def use(o): return o.attr
class P: attr = 'P'
class Q:
    def __init__(self): self.attr = 'Q'
class R:
    attr = property(lambda self: 'R')
print([use(x()) for x in (P, Q, R, P, Q)])  # expect: ['P', 'Q', 'R', 'P', 'Q']
P.attr = property(lambda self: 'now property')
print(use(P()))  # expect: now property
