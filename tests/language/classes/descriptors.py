def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class Data:
    def __get__(self, obj, owner):
        return 'data get', obj is not None, owner.__name__
    def __set__(self, obj, value):
        print('data set', value)
    def __delete__(self, obj):
        print('data delete')
class NonData:
    def __get__(self, obj, owner):
        return 'nondata'
class SetOnly:
    def __set__(self, obj, value):
        obj.__dict__['s'] = value * 2
class A:
    d = Data()
    n = NonData()
    s = SetOnly()
a = A()
print(a.d, A.d, a.n, A.n)  # expect: ('data get', True, 'A') ('data get', False, 'A') nondata nondata
a.d = 1  # expect: data set 1
del a.d  # expect: data delete
a.__dict__['d'] = 'shadow'
a.n = 'instance'
a.s = 4
print(a.d, a.n, a.s, sorted(a.__dict__.items()))  # expect: ('data get', True, 'A') instance 8 [('d', 'shadow'), ('n', 'instance'), ('s', 8)]
print(attempt(lambda: delattr(a, 's')))  # expect: AttributeError: __delete__
class Raises:
    def __get__(self, obj, owner):
        raise AttributeError('from descriptor')
class B:
    r = Raises()
    def __getattr__(self, name):
        return 'getattr ' + name
print(B().r)  # expect: getattr r
print(attempt(lambda: B.r))  # expect: AttributeError: from descriptor
f = lambda self: self
print(f.__get__(5)(), f.__get__(None, int) is f, len.__class__, 'abc'.upper.__self__, str.upper.__get__('x')())  # expect: 5 True <class 'builtin_function_or_method'> abc X
print(attempt(lambda: str.upper.__get__(5)))  # expect: TypeError: descriptor 'upper' for 'str' objects doesn't apply to 'int' object
print(attempt(lambda: str.upper(5)))  # expect: TypeError: descriptor 'upper' requires a 'str' object but received a 'int'
print(attempt(lambda: str.upper()))  # expect: TypeError: descriptor 'upper' of 'str' object needs an argument
