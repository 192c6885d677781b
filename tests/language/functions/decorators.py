def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def log(name):
    print('make', name)
    def deco(f):
        print('apply', name)
        def w(*a):
            return name, f(*a)
        return w
    return deco
@log('a')
@log('b')
def f(x):
    return x  # expect: make a
# expect: make b
# expect: apply b
# expect: apply a
print(f(1))  # expect: ('a', ('b', 1))
@staticmethod
def s():
    return 's'
print(type(s).__name__)  # expect: staticmethod
def five(cls):
    cls.five = 5
    return cls
@five
class A:
    pass
print(A.five)  # expect: 5
class Deco:
    def __init__(self, f):
        self.f = f
    def __call__(self, *a):
        return 'called', self.f(*a)
    @classmethod
    def make(cls, f):
        return cls(f)
@Deco
def g():
    return 'g'
@Deco.make
def h(x):
    return x
print(g(), h(2))  # expect: ('called', 'g') ('called', 2)
number = 5
def bad():
    @number
    def f(): pass
print(attempt(lambda: bad()))  # expect: TypeError: 'int' object is not callable
