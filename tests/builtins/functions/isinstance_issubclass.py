def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(1, (str, int)), isinstance(1, (str, (float, (int,)))), isinstance(1, ()), issubclass(B, A), issubclass(A, B), issubclass(bool, (str, int)), issubclass(A, object), isinstance(A, type))  # expect: True True True False True False True True True
print(attempt(lambda: isinstance(1, 5)))  # expect: TypeError: isinstance() arg 2 must be a type or tuple of types
print(attempt(lambda: isinstance(1, (5, int))))  # expect: TypeError: isinstance() arg 2 must be a type or tuple of types
print(attempt(lambda: isinstance(1, (int, 5))))  # expect: True
print(attempt(lambda: issubclass(1, int)))  # expect: TypeError: issubclass() arg 1 must be a class
print(attempt(lambda: issubclass(int, 5)))  # expect: TypeError: issubclass() arg 2 must be a class or tuple of classes
print(attempt(lambda: isinstance(1)))  # expect: TypeError: isinstance expected 2 arguments, got 1
print(attempt(lambda: isinstance(1, [int])))  # expect: TypeError: isinstance() arg 2 must be a type or tuple of types
class Meta(type):
    def __instancecheck__(cls, obj):
        return obj == 'magic'
    def __subclasscheck__(cls, sub):
        return sub is int
class M(metaclass=Meta):
    pass
print(isinstance('magic', M), isinstance(5, M), issubclass(int, M), issubclass(str, M), isinstance(M(), M), isinstance('magic', (int, M)))  # expect: True False True False True True
class Fake:
    @property
    def __class__(self):
        return int
print(isinstance(Fake(), int), isinstance(Fake(), Fake), type(Fake()) is Fake)  # expect: True True True
