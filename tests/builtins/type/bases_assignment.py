def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    def who(self):
        return 'A'
class B:
    def who(self):
        return 'B'
class C(A):
    pass
c = C()
print(c.who())  # expect: A
C.__bases__ = (B,)
print(c.who(), C.__mro__[1].__name__, C in B.__subclasses__(), C in A.__subclasses__())  # expect: B B True False
def assign(cls, bases):
    cls.__bases__ = bases
print(attempt(lambda: assign(C, ())))  # expect: TypeError: can only assign non-empty tuple to C.__bases__, not ()
print(attempt(lambda: assign(C, 5)))  # expect: TypeError: can only assign tuple to C.__bases__, not int
print(attempt(lambda: assign(C, (5,))))  # expect: TypeError: C.__bases__ must be tuple of classes, not 'int'
print(attempt(lambda: assign(B, (C,))))  # expect: TypeError: a __bases__ item causes an inheritance cycle
print(attempt(lambda: assign(C, (int,))))  # expect: TypeError: __bases__ assignment: 'int' deallocator differs from 'B'
c.__class__ = A
print(c.who())  # expect: A
def klass(value):
    c.__class__ = value
print(attempt(lambda: klass(int)))  # expect: TypeError: __class__ assignment only supported for heap types or ModuleType subclasses
print(attempt(lambda: klass(5)))  # expect: TypeError: __class__ must be set to a class, not 'int' object
