x: int = 5
y: str
print(x, __annotations__)  # expect: 5 {'x': <class 'int'>, 'y': <class 'str'>}
try:
    y
except NameError as error:
    print(error)  # expect: name 'y' is not defined
class A:
    a: int = 1
    b: 'later'
    (c): int = 3
print(A.__annotations__, A.a, A.c, hasattr(A, 'b'))  # expect: {'a': <class 'int'>, 'b': 'later'} 1 3 False
def f():
    z: undefined_name = 5
    return z
print(f())  # expect: 5
def g(a: 1, b: 2 = 3, *args: 4, c: 5, **kw: 6) -> 7:
    pass
print(g.__annotations__)  # expect: {'a': 1, 'b': 2, 'args': 4, 'c': 5, 'kw': 6, 'return': 7}
l = [0]
l[0]: print('evaluated') = 9  # expect: evaluated
print(l)  # expect: [9]
A.q: int = 7
print(A.q, 'q' in A.__annotations__)  # expect: 7 False
