def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    def __new__(cls, *args, **kw):
        print('new', cls.__name__, args, kw)
        return super().__new__(cls)
    def __init__(self, x, y=2):
        print('init', x, y)
        self.x = x
a = A(1, y=3)  # expect: new A (1,) {'y': 3}
# expect: init 1 3
print(attempt(lambda: A()))  # expect: new A () {}
# expect: TypeError: __init__() missing 1 required positional argument: 'x'
class B:
    def __new__(cls):
        return 'not a B'
    def __init__(self):
        print('never')
print(B())  # expect: not a B
class C(int):
    def __new__(cls, v):
        return super().__new__(cls, v * 2)
print(C(5), type(C(5)).__name__)  # expect: 10 C
class Single:
    one = None
    def __new__(cls):
        if cls.one is None:
            cls.one = super().__new__(cls)
        return cls.one
    def __init__(self):
        print('init again')
print(Single() is Single())  # expect: init again
# expect: init again
# expect: True
class D:
    def __new__(cls, x):
        return object.__new__(cls)
print(attempt(lambda: D(1) and 'ok'))  # expect: ok
class E:
    def __new__(cls, x):
        return object.__new__(cls, x)
print(attempt(lambda: E(1)))  # expect: TypeError: object() takes no parameters
class F:
    def __init__(self, x):
        object.__init__(self, x)
print(attempt(lambda: F(1)))  # expect: TypeError: object.__init__() takes no parameters
class G:
    __init__ = None
print(attempt(lambda: G()))  # expect: TypeError: 'NoneType' object is not callable
