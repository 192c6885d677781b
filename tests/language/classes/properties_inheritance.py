def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    @property
    def v(self): return 'A'
    @v.setter
    def v(self, x): print('A set', x)
class B(A):
    @property
    def v(self): return 'B ' + super().v
class C(A):
    v = 5
b, c = B(), C()
print(b.v, c.v)  # expect: B A 5
print(attempt(lambda: setattr(b, 'v', 1)))  # expect: AttributeError: can't set attribute
c.v = 6
print(c.v, c.__dict__)  # expect: 6 {'v': 6}
class D(A):
    @A.v.setter
    def v(self, x):
        print('D set')
        A.v.fset(self, x)
d = D()
d.v = 1  # expect: D set
# expect: A set 1
print(d.v)  # expect: A
class Lazy:
    def __init__(self, f): self.f = f
    def __get__(self, o, t):
        if o is None: return self
        value = o.__dict__[self.f.__name__] = self.f(o)
        return value
class E:
    @Lazy
    def slow(self):
        print('computed')
        return 42
e = E()
print(e.slow, e.slow, e.__dict__)  # expect: computed
# expect: 42 42 {'slow': 42}
