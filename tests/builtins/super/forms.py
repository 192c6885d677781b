def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    def f(self):
        return 'A.f'
    @classmethod
    def c(cls):
        return 'A.c ' + cls.__name__
    @staticmethod
    def s():
        return 'A.s'
    x = 5
class B(A):
    def f(self):
        return 'B>' + super().f()
    @classmethod
    def c(cls):
        return 'B>' + super().c()
    def explicit(self):
        return super(B, self).f(), super(B, B).s(), super().x
    def kind(self):
        return super()
b = B()
print(b.f(), B.c(), b.explicit(), b.kind().__thisclass__.__name__, b.kind().__self__ is b, b.kind().__self_class__.__name__)  # expect: B>A.f B>A.c B ('A.f', 'A.s', 5) B True B
u = super(B)
print(u.__self__, u.__get__(b, B).f())  # expect: None A.f
print(attempt(lambda: super(A, 5)))  # expect: TypeError: super(type, obj): obj must be an instance or subtype of type
print(attempt(lambda: super(B, A())))  # expect: TypeError: super(type, obj): obj must be an instance or subtype of type
print(attempt(lambda: super(5)))  # expect: TypeError: super() argument 1 must be type, not int
print(attempt(lambda: b.kind().nope))  # expect: AttributeError: 'super' object has no attribute 'nope'
def no_class():
    return super()
print(attempt(lambda: no_class()))  # expect: RuntimeError: super(): no arguments
print(attempt(lambda: super()))  # expect: RuntimeError: super(): no arguments
class C(A):
    def bad(*args):
        return super()
print(attempt(lambda: C.bad()))  # expect: RuntimeError: super(): no arguments
print(attempt(lambda: setattr(b.kind(), 'x', 1)))  # expect: AttributeError: 'super' object has no attribute 'x'
