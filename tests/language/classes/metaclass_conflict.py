class M1(type): pass
class M2(type): pass
class M3(M1): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(metaclass=M3): pass
try:
    class D(A, B): pass
except TypeError as e:
    print(e)  # expect: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
class E(A, C): pass
print(type(E).__name__)  # expect: M3
def func(name, bases, ns):
    return name, bases, sorted(ns)
class F(metaclass=func):
    x = 1
print(F)  # expect: ('F', (), ['__module__', '__qualname__', 'x'])
class G(metaclass=M1): pass
class H(G, metaclass=type): pass
print(type(H).__name__)  # expect: M1
try:
    class I(metaclass=5): pass
except TypeError as e:
    print(e)  # expect: 'int' object is not callable
try:
    class J(object, foo=1): pass
except TypeError as e:
    print(e)  # expect: __init_subclass__() takes no keyword arguments
try:
    class K(5): pass
except TypeError as e:
    print(e)  # expect: int() takes at most 2 arguments (3 given)
class L(*[A], **{'metaclass': M3}): pass
print(type(L).__name__, L.__bases__)  # expect: M3 (<class '__main__.A'>,)
class BadPrepare(type):
    @classmethod
    def __prepare__(m, *a):
        return 5
try:
    class N(metaclass=BadPrepare): pass
except TypeError as e:
    print(e)  # expect: BadPrepare.__prepare__() must return a mapping, not int
