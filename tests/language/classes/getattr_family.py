def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    real = 'real'
    def __getattr__(self, name):
        if name.startswith('no'):
            raise AttributeError(name)
        return 'dynamic ' + name
    def __setattr__(self, name, value):
        print('setattr', name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print('delattr', name)
        object.__delattr__(self, name)
a = A()
print(a.real, a.foo, hasattr(a, 'nope'), getattr(a, 'nope', 'dflt'))  # expect: real dynamic foo False dflt
a.x = 1  # expect: setattr x 1
print(a.x)  # expect: 1
del a.x  # expect: delattr x
print(a.x)  # expect: dynamic x
print(attempt(lambda: delattr(a, 'x')))  # expect: delattr x
# expect: AttributeError: x
class B:
    def __getattribute__(self, name):
        print('getattribute', name)
        return object.__getattribute__(self, name)
    def m(self):
        return 'm'
    def __getattr__(self, name):
        return 'fallback'
b = B()
b.v = 1
print(b.v, b.m(), b.nothing)  # expect: getattribute v
# expect: getattribute m
# expect: getattribute nothing
# expect: 1 m fallback
class C:
    def __getattribute__(self, name):
        raise ValueError(name)
print(attempt(lambda: C().x))  # expect: ValueError: x
print(attempt(lambda: hasattr(C(), 'x')))  # expect: ValueError: x
print(attempt(lambda: len(C())))  # expect: TypeError: object of type 'C' has no len()
c = C()
c.y = 1
print(object.__getattribute__(c, 'y'))  # expect: 1
