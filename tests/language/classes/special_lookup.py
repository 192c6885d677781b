def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    pass
a = A()
a.__len__ = lambda: 5
a.__call__ = lambda: 'called'
a.__add__ = lambda o: 'added'
a.__iter__ = lambda: iter([])
a.__str__ = lambda: 'str'
print(attempt(lambda: len(a)))  # expect: TypeError: object of type 'A' has no len()
print(attempt(lambda: a()))  # expect: TypeError: 'A' object is not callable
print(attempt(lambda: a + 1))  # expect: TypeError: unsupported operand type(s) for +: 'A' and 'int'
print(attempt(lambda: iter(a)))  # expect: TypeError: 'A' object is not iterable
print(a.__len__(), str(a).startswith('<__main__.A'))  # expect: 5 True
A.__len__ = lambda self: 7
A.__call__ = lambda self, *x: x
A.__getitem__ = lambda self, k: k
print(len(a), a(1, 2), a['k'], bool(a))  # expect: 7 (1, 2) k True
del A.__len__
print(attempt(lambda: len(a)))  # expect: TypeError: object of type 'A' has no len()
class B(A):
    __len__ = None
    __hash__ = None
print(attempt(lambda: len(B())))  # expect: TypeError: 'NoneType' object is not callable
print(attempt(lambda: hash(B())))  # expect: TypeError: unhashable type: 'B'
A.__bool__ = lambda self: False
print(bool(a), bool(B()), not a)  # expect: False False True
class Meta(type):
    def __call__(cls):
        return 'no instance'
class C(metaclass=Meta): pass
print(C())  # expect: no instance
