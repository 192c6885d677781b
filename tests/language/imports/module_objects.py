import sys, math


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


M = type(sys)
m = M('made', 'the doc')
print(m.__name__, m.__doc__, m, sorted(m.__dict__))  # expect: made the doc <module 'made'> ['__doc__', '__loader__', '__name__', '__package__', '__spec__']
m.x = 5
print(m.x, vars(m)['x'])  # expect: 5 5
print(attempt(lambda: m.nope))  # expect: AttributeError: module 'made' has no attribute 'nope'
print(attempt(lambda: M()))  # expect: TypeError: Required argument 'name' (pos 1) not found
print(attempt(lambda: M(5)))  # expect: TypeError: module.__init__() argument 1 must be str, not int
sys.modules['made'] = m
import made
from made import x
print(made is m, x)  # expect: True 5
del m.x
print(attempt(lambda: made.x))  # expect: AttributeError: module 'made' has no attribute 'x'
print(str(math)[:14], math.__name__, repr(sys))  # expect: <module 'math' math <module 'sys' (built-in)>
import math as m2
print(m2 is math, __import__('math') is math)  # expect: True True
def f():
    import math
    return math.pi
print(f() == math.pi)  # expect: True
del math
print('math' in sys.modules)  # expect: True
