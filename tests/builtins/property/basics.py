def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    def __init__(self):
        self._x = 1
    @property
    def x(self):
        "the x"
        return self._x
    @x.setter
    def x(self, value):
        self._x = value
    @x.deleter
    def x(self):
        del self._x
    @property
    def only(self):
        return 'only'
    w = property(fset=lambda self, v: print('set', v), doc='w doc')
a = A()
a.x = 5
print(a.x, A.x.__doc__, A.w.__doc__, type(A.x).__name__, A.x.fget.__name__, A.only.fset)  # expect: 5 the x w doc property x None
del a.x
print(attempt(lambda: a.x))  # expect: AttributeError: 'A' object has no attribute '_x'
print(attempt(lambda: setattr(a, 'only', 1)))  # expect: AttributeError: can't set attribute
print(attempt(lambda: delattr(a, 'only')))  # expect: AttributeError: can't delete attribute
a.w = 3  # expect: set 3
print(attempt(lambda: a.w))  # expect: AttributeError: unreadable attribute
print(attempt(lambda: delattr(a, 'w')))  # expect: AttributeError: can't delete attribute
print(A.x.__get__(None, A) is A.x)  # expect: True
print(attempt(lambda: property(1, 2, 3, 4, 5)))  # expect: TypeError: property() takes at most 4 arguments (5 given)
class B(A):
    @A.x.getter
    def x(self):
        return 'B'
b = B()
b.x = 9
print(b.x, b._x)  # expect: B 9
