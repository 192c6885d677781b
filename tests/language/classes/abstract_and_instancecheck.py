def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class Meta(type):
    def __instancecheck__(cls, o): return hasattr(o, 'quack')
    def __subclasscheck__(cls, c): return 'quack' in dir(c)
class Duck(metaclass=Meta): pass
class Real:
    def quack(self): pass
print(isinstance(Real(), Duck), isinstance(5, Duck), issubclass(Real, Duck), issubclass(int, Duck), isinstance(Duck(), Duck))  # expect: True False True False True
class Bad(type):
    def __instancecheck__(cls, o): raise ValueError('check')
class B(metaclass=Bad): pass
print(attempt(lambda: isinstance(5, B)))  # expect: ValueError: check
print(attempt(lambda: isinstance(5, (int, B))))  # expect: True
print(attempt(lambda: isinstance(5, (B, int))))  # expect: ValueError: check
class Truthy(type):
    def __instancecheck__(cls, o): return [1]
class T(metaclass=Truthy): pass
print(isinstance(5, T))  # expect: True
class FakeBases:
    __bases__ = (int,)
print(attempt(lambda: issubclass(FakeBases(), int)))  # expect: True
print(attempt(lambda: issubclass(int, FakeBases())))  # expect: False
