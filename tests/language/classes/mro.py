def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    def f(self): return ['A']
class B(A):
    def f(self): return ['B'] + super().f()
class C(A):
    def f(self): return ['C'] + super().f()
class D(B, C):
    def f(self): return ['D'] + super().f()
print(D().f(), [c.__name__ for c in D.__mro__], [c.__name__ for c in D.mro()])  # expect: ['D', 'B', 'C', 'A'] ['D', 'B', 'C', 'A', 'object'] ['D', 'B', 'C', 'A', 'object']
def make(*bases):
    return type('New', bases, {})
print(attempt(lambda: make(A, B)))  # expect: TypeError: Cannot create a consistent method resolution
# expect: order (MRO) for bases A, B
print(attempt(lambda: make(A, A)))  # expect: TypeError: duplicate base class A
print(attempt(lambda: make(B, D)))  # expect: TypeError: Cannot create a consistent method resolution
# expect: order (MRO) for bases B, D
print(attempt(lambda: make(object, A)))  # expect: TypeError: Cannot create a consistent method resolution
# expect: order (MRO) for bases object, A
print(attempt(lambda: make(int, str)))  # expect: TypeError: multiple bases have instance lay-out conflict
print(attempt(lambda: make(bool)))  # expect: TypeError: type 'bool' is not an acceptable base type
print(attempt(lambda: make(type(None))))  # expect: TypeError: type 'NoneType' is not an acceptable base type
print(attempt(lambda: make(5)))  # expect: TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
class M1: pass
class M2: pass
print(attempt(lambda: make(make(M1, M2), make(M2, M1))))  # expect: TypeError: Cannot create a consistent method resolution
# expect: order (MRO) for bases M1, M2
