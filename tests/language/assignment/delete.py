def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


x, y, z = 1, 2, [1, 2, 3]
del x, (y), z[0]
print(z, 'x' in globals(), 'y' in globals())  # expect: [2, 3] False False
try:
    del x
except NameError as e:
    print(e)  # expect: name 'x' is not defined
def f():
    a = 1
    del a
    return a
print(attempt(lambda: f()))  # expect: UnboundLocalError: local variable 'a' referenced before assignment
def g():
    del never
    never = 1
print(attempt(lambda: g()))  # expect: UnboundLocalError: local variable 'never' referenced before assignment
class A:
    b = 1
    del b
print(hasattr(A, 'b'))  # expect: False
d = {1: 2}
del d[1], [z[0]]
print(d, z)  # expect: {} [3]
def closure():
    v = 1
    def inner():
        return v
    del v
    return inner()
print(attempt(lambda: closure()))  # expect: NameError: free variable 'v' referenced before assignment in enclosing scope
