def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    __slots__ = ('x', 'y')
    def __init__(self):
        self.x = 1
a = A()
print(a.x, A.__slots__, hasattr(a, '__dict__'), type(A.x).__name__)  # expect: 1 ('x', 'y') False member_descriptor
print(attempt(lambda: a.y))  # expect: AttributeError: y
print(attempt(lambda: setattr(a, 'z', 1)))  # expect: AttributeError: 'A' object has no attribute 'z'
del a.x
print(attempt(lambda: a.x))  # expect: AttributeError: x
print(attempt(lambda: delattr(a, 'x')))  # expect: AttributeError: x
class B(A):
    pass
b = B()
b.z = 5
b.x = 1
print(b.__dict__, b.x)  # expect: {'z': 5} 1
class C(A):
    __slots__ = 'single'
c = C()
c.single = c.y = 3
print(c.single, c.y)  # expect: 3 3
def make(slots, bases=(), **ns):
    ns['__slots__'] = slots
    return type('S', bases, ns)
print(attempt(lambda: make(['1a'])))  # expect: TypeError: __slots__ must be identifiers
print(attempt(lambda: make([5])))  # expect: TypeError: __slots__ items must be strings, not 'int'
print(attempt(lambda: make(['a'], a=1)))  # expect: ValueError: 'a' in __slots__ conflicts with class variable
print(attempt(lambda: make(['x'], (int,)) and 'ok'))  # expect: TypeError: nonempty __slots__ not supported for subtype of 'int'
print(attempt(lambda: make(['x'], (tuple,))))  # expect: TypeError: nonempty __slots__ not supported for subtype of 'tuple'
print(attempt(lambda: make(['__dict__', '__dict__'])))  # expect: TypeError: __dict__ slot disallowed: we already got one
class D:
    __slots__ = ['__dict__', 'p']
d = D()
d.p = d.q = 1
print(d.__dict__)  # expect: {'q': 1}
class E:
    __slots__ = ('__private',)
    def __init__(self):
        self.__private = 'mangled'
print(E()._E__private)  # expect: mangled
class F1:
    __slots__ = 'a',
class F2:
    __slots__ = 'b',
print(attempt(lambda: type('G', (F1, F2), {})))  # expect: TypeError: multiple bases have instance lay-out conflict
