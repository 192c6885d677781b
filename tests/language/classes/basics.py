def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    "doc"
    x = 1
    def __init__(self, v=0):
        self.v = v
    def m(self):
        return self.v
    y = x + 1
a = A(5)
print(a.m(), A.m(a), a.x, A.y, A.__doc__, A.__name__, A.__module__, A.__bases__, a.__class__ is A, type(a) is A, a.__dict__, A.__dict__['x'])  # expect: 5 5 1 2 doc A __main__ (<class 'object'>,) True True {'v': 5} 1
a.x = 9
print(a.x, A.x)  # expect: 9 1
del a.x
print(a.x)  # expect: 1
print(attempt(lambda: a.nope))  # expect: AttributeError: 'A' object has no attribute 'nope'
print(attempt(lambda: A.nope))  # expect: AttributeError: type object 'A' has no attribute 'nope'
print(attempt(lambda: delattr(a, 'x')))  # expect: AttributeError: x
A.new = lambda self: 'new'
print(a.new(), sorted(k for k in A.__dict__ if not k.startswith('__')))  # expect: new ['m', 'new', 'x', 'y']
class B(A): pass
print(B().m(), issubclass(B, A), B.__mro__ == (B, A, object), B.__base__ is A, A.__subclasses__() == [B])  # expect: 0 True True True True
b = B()
b.m = lambda: 'instance'
print(b.m(), vars(b).keys())  # expect: instance dict_keys(['v', 'm'])
class C(A):
    def __init__(self):
        pass
print(attempt(lambda: C().v))  # expect: AttributeError: 'C' object has no attribute 'v'
class D(): pass
print(D().__dict__, isinstance(D(), D))  # expect: {} True
def f():
    class Local:
        pass
    return Local
print(f().__qualname__, f() is f())  # expect: f.<locals>.Local False
