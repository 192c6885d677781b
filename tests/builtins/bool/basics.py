def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(True, False, bool(), bool(0), bool(''), bool('x'), bool([]), bool([0]), bool(0.0), bool(None), bool(-1))  # expect: True False False False False True False True False False True
print(True + True, True * 3, -True, ~True, True / 2, True == 1, isinstance(True, int), bool.__mro__)  # expect: 2 3 -1 -2 0.5 True True (<class 'bool'>, <class 'int'>, <class 'object'>)
print(True & False, True | 2, True ^ True, type(True & False), type(True & 1), str(True), repr(False), format(True, 'd'), format(True), format(True, '5'), '%d' % True)  # expect: False 3 False <class 'bool'> <class 'int'> True False 1 True     1 1
print(attempt(lambda: bool(1, 2)))  # expect: TypeError: bool() takes at most 1 argument (2 given)
class A:
    def __bool__(self):
        return 1
class B:
    def __len__(self):
        return -1
class D:
    def __len__(self):
        return 0
print(attempt(lambda: bool(A())))  # expect: TypeError: __bool__ should return bool, returned int
print(attempt(lambda: bool(B())))  # expect: ValueError: __len__() should return >= 0
print(bool(D()), not D())  # expect: False True
try:
    class E(bool):
        pass
except TypeError as error:
    print(error)  # expect: type 'bool' is not an acceptable base type
