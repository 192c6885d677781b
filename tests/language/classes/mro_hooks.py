# mro() of a metaclass: what it may return, and what it may do to classes meanwhile.
def attempt(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def made_with(order, base=object):
    class Meta(type):
        def mro(cls):
            return order(cls)

    def make():
        class X(base, metaclass=Meta):
            y = 1
        return [X.__mro__ == tuple(order(X)), X.__bases__, attempt(lambda: X.y), attempt(lambda: type(X()).__name__)]
    return attempt(make)


print(made_with(lambda c: []))  # expect: TypeError: super(type, obj): obj must be an instance or subtype of type
print(made_with(lambda c: [object]))  # expect: TypeError: super(type, obj): obj must be an instance or subtype of type
print(made_with(lambda c: [c]))  # expect: [True, (<class 'object'>,), 1, "TypeError: cannot create 'X' instances"]
print(made_with(lambda c: None))  # expect: TypeError: 'NoneType' object is not iterable
print(made_with(lambda c: 5))  # expect: TypeError: 'int' object is not iterable
print(made_with(lambda c: [5]))  # expect: TypeError: mro() returned a non-class ('int')
print(made_with(lambda c: 'ab'))  # expect: TypeError: mro() returned a non-class ('str')
print(made_with(lambda c: [c, int, object]))  # expect: TypeError: mro() returned base with unsuitable layout ('int')
print(made_with(lambda c: iter([c, object])))  # expect: [True, (<class 'object'>,), 1, 'X']
print(made_with(lambda c: [c, c, object, object]))  # expect: [True, (<class 'object'>,), 1, 'X']
print(made_with(lambda c: 1 / 0))  # expect: ZeroDivisionError: division by zero
print(made_with(lambda c: [c, dict, object], dict))  # expect: [True, (<class 'dict'>,), 1, 'X']
print(made_with(lambda c: [object], dict))  # expect: TypeError: super(type, obj): obj must be an instance or subtype of type
print(made_with(lambda c: [c, object], dict)[3])  # expect: X
print(made_with(lambda c: [c, object], int)[3])  # expect: X
print(made_with(lambda c: [c, object], list)[3])  # expect: X
print(made_with(lambda c: [c, object], Exception)[3])  # expect: X
print(made_with(lambda c: [c, dict, int], dict))  # expect: TypeError: mro() returned base with unsuitable layout ('int')
print(made_with(lambda c: {c: 1, object: 2}))  # expect: [True, (<class 'object'>,), 1, 'X']
print(attempt(lambda: type('Meta', (type,), {'mro': None})('Q', (), {})))  # expect: TypeError: 'NoneType' object is not callable
print(attempt(lambda: type('Meta', (type,), {'mro': property(lambda c: lambda: [c, object])})('Q', (), {}).__mro__))  # expect: (<class '__main__.Q'>, <class 'object'>)
print(attempt(lambda: type('Meta', (type,), {'mro': staticmethod(lambda: [object])})('Q', (), {}).__mro__))  # expect: TypeError: super(type, obj): obj must be an instance or subtype of type


# A class without an MRO can be looked at.
class Curious(type):
    def mro(cls):
        print(cls.__mro__, cls.__name__, cls.__dict__.get('z'), cls.__bases__, cls.__base__)
        print(attempt(lambda: cls.z))
        print(attempt(cls))
        print(attempt(object.__new__, cls))
        print(isinstance(3, cls), issubclass(cls, object), issubclass(cls, cls))
        print(cls.__subclasses__(), object.__subclasses__().count(cls))
        cls.w = 5
        print(attempt(lambda: cls.w), 'w' in cls.__dict__)
        del cls.w
        print(attempt(lambda: super(cls, cls).foo))
        if cls.__name__ != 'Sub':
            print(attempt(type(cls), 'Sub', (cls,), {}))
        print(attempt(setattr, cls, '__bases__', ()))
        print(attempt(setattr, cls, '__bases__', (cls,)))
        print(attempt(setattr, cls, '__bases__', (int,)))
        cls.__class__ = Other
        return type.mro(cls)
class Other(Curious): pass
Q = Curious('Q', (), {'z': 3})  # expect: None Q 3 (<class 'object'>,) <class 'object'>
# expect: AttributeError: type object 'Q' has no attribute 'z'
# expect: TypeError: cannot create 'Q' instances
# expect: TypeError: object.__new__(Q) is not safe, use Q.__new__()
# expect: False True True
# expect: [] 0
# expect: AttributeError: type object 'Q' has no attribute 'w' True
# expect: AttributeError: 'super' object has no attribute 'foo'
# expect: None Sub None (<class '__main__.Q'>,) <class '__main__.Q'>
# expect: AttributeError: type object 'Sub' has no attribute 'z'
# expect: TypeError: cannot create 'Sub' instances
# expect: TypeError: object.__new__(Sub) is not safe, use Sub.__new__()
# expect: False True True
# expect: [] 0
# expect: AttributeError: type object 'Sub' has no attribute 'w' True
# expect: AttributeError: 'super' object has no attribute 'foo'
# expect: TypeError: can only assign non-empty tuple to Sub.__bases__, not ()
# expect: TypeError: a __bases__ item causes an inheritance cycle
# expect: TypeError: __bases__ assignment: 'int' deallocator differs from 'Q'
# expect: TypeError: Cannot extend an incomplete type 'Q'
# expect: TypeError: can only assign non-empty tuple to Q.__bases__, not ()
# expect: TypeError: a __bases__ item causes an inheritance cycle
# expect: TypeError: __bases__ assignment: 'int' object layout differs from 'object'
print(Q.__mro__, type(Q), Q.z, Q().z)  # expect: (<class '__main__.Q'>, <class 'object'>) <class '__main__.Other'> 3 3


steps = 0
def step_until(limit):
    global steps
    steps += 1
    return steps <= limit


class SetsItsBases(type):
    def mro(cls):
        if step_until(1):
            cls.__bases__ += ()
        return type.mro(cls)
class A(metaclass=SetsItsBases): pass
print(A.__mro__, A.__bases__, A().__class__)  # expect: (<class '__main__.A'>, <class 'object'>) (<class 'object'>,) <class '__main__.A'>

steps = 0
class SetsBasesOfBase(type):
    def mro(cls):
        base = cls.__bases__[0]
        if base is not object and step_until(5):
            base.__bases__ += ()
        return type.mro(cls)
class A(metaclass=SetsBasesOfBase): pass
class B(A): pass
class C(B): pass
print(C.__mro__, A.__subclasses__(), B.__subclasses__())  # expect: (<class '__main__.C'>, <class '__main__.B'>, <class '__main__.A'>, <class 'object'>) [<class '__main__.B'>] [<class '__main__.C'>]

steps = 0
class Deep(type):
    def mro(cls):
        if cls.__mro__ is not None and cls.__name__ == 'B' and step_until(10):
            A.__bases__ += ()
        return type.mro(cls)
class A(metaclass=Deep): pass
class B(A): pass
B.__bases__ += ()
print(B.__mro__, steps)  # expect: (<class '__main__.B'>, <class '__main__.A'>, <class 'object'>) 11

ready = False
class Crossing(type):
    def mro(cls):
        if ready:
            if cls.__name__ == 'B1':
                B2.__bases__ = (B1,)
            if cls.__name__ == 'B2':
                B1.__bases__ = (B2,)
        return type.mro(cls)
class A(metaclass=Crossing): pass
class B1(A): pass
class B2(A): pass
ready = True
print(attempt(setattr, B1, '__bases__', (A,)))  # expect: TypeError: a __bases__ item causes an inheritance cycle
print(B1.__bases__, B2.__bases__, B1.__mro__, B2.__mro__)  # expect: (<class '__main__.A'>,) (<class '__main__.A'>,) (<class '__main__.B1'>, <class '__main__.A'>, <class 'object'>) (<class '__main__.B2'>, <class '__main__.A'>, <class 'object'>)


class Replacing(type):
    def mro(cls):
        global ready
        if ready and cls.__name__ == 'C':
            ready = False
            C.__bases__ = (B2,)
        return type.mro(cls)
ready = False
class A(metaclass=Replacing): pass
class B1(A): pass
class B2(A): pass
class C(A): pass
ready = True
C.__bases__ = (B1,)
B1.__bases__ = (C,)
print(C.__bases__, C.__mro__, B1.__bases__, B1.__mro__)  # expect: (<class '__main__.B2'>,) (<class '__main__.C'>, <class '__main__.B2'>, <class '__main__.A'>, <class 'object'>) (<class '__main__.C'>,) (<class '__main__.B1'>, <class '__main__.C'>, <class '__main__.B2'>, <class '__main__.A'>, <class 'object'>)
print(B2.__subclasses__(), B1.__subclasses__(), C.__subclasses__(), A.__subclasses__())  # expect: [<class '__main__.C'>] [] [<class '__main__.B1'>] [<class '__main__.B2'>, <class '__main__.C'>]


class Failing(type):
    def mro(cls):
        global ready
        if ready and cls.__name__ == 'C':
            if C.__bases__ == (B2,):
                ready = False
            else:
                C.__bases__ = (B2,)
                raise KeyError('from mro()')
        return type.mro(cls)
ready = False
class A(metaclass=Failing): pass
class B1(A): pass
class B2(A): pass
class C(A): pass
ready = True
print(attempt(setattr, C, '__bases__', (B1,)))  # expect: KeyError: 'from mro()'
print(attempt(setattr, B1, '__bases__', (C,)))  # expect: None
print(C.__bases__, C.__mro__ == tuple(type.mro(C)), B1.__mro__)  # expect: (<class '__main__.B2'>,) True (<class '__main__.B1'>, <class '__main__.C'>, <class '__main__.B2'>, <class '__main__.A'>, <class 'object'>)


class FailsBelow(type):
    def mro(cls):
        if ready and cls.__name__ == 'D':
            raise KeyError('D')
        return type.mro(cls)
ready = False
class A(metaclass=FailsBelow): x = 'A'
class A2(metaclass=FailsBelow): x = 'A2'
class B(A): pass
class C(B): pass
class D(B): pass
print(C.x, D().x)  # expect: A A
ready = True
print(attempt(setattr, B, '__bases__', (A2,)))  # expect: KeyError: 'D'
print(C.x, D().x, B.__bases__, C.__mro__, A.__subclasses__(), A2.__subclasses__())  # expect: A A (<class '__main__.A'>,) (<class '__main__.C'>, <class '__main__.B'>, <class '__main__.A'>, <class 'object'>) [<class '__main__.B'>] []
ready = False
B.__bases__ = (A2,)
print(C.x, D().x, B.__bases__, C.__mro__, A.__subclasses__(), A2.__subclasses__())  # expect: A2 A2 (<class '__main__.A2'>,) (<class '__main__.C'>, <class '__main__.B'>, <class '__main__.A2'>, <class 'object'>) [] [<class '__main__.B'>]


# An MRO may name classes that are no bases, and leave the class itself out.
class Elsewhere:
    value = 'elsewhere'
    def __len__(self): return 42
class Foreign(type):
    def mro(cls): return [cls, Elsewhere, object]
class F(metaclass=Foreign): pass
print(F.value, F().value, len(F()), issubclass(F, Elsewhere), isinstance(F(), Elsewhere))  # expect: elsewhere elsewhere 42 True True
kept = []
class WithoutItself(type):
    def mro(cls):
        kept.append(cls)
        return [object]
print(attempt(WithoutItself, 'W', (), {'f': 1}))  # expect: TypeError: super(type, obj): obj must be an instance or subtype of type
W = kept[0]
print(W, W.__mro__, issubclass(W, W), isinstance(1, W), attempt(lambda: W.f), attempt(lambda: W().f))  # expect: <class '__main__.W'> (<class 'object'>,) False False AttributeError: type object 'W' has no attribute 'f' AttributeError: 'W' object has no attribute 'f'


# object.__new__ and its like refuse classes that another class must make.
class D(dict): pass
class E(D):
    def __new__(cls): return 1
print(attempt(object.__new__, D))  # expect: TypeError: object.__new__(D) is not safe, use D.__new__()
print(attempt(object.__new__, E))  # expect: TypeError: object.__new__(E) is not safe, use D.__new__()
print(attempt(object.__new__, bool))  # expect: TypeError: object.__new__(bool) is not safe, use bool.__new__()
print(attempt(dict.__new__, E), attempt(int.__new__, bool))  # expect: {} TypeError: int.__new__(bool) is not safe, use bool.__new__()
print(attempt(object.__new__, type(iter([]))))  # expect: TypeError: object.__new__(list_iterator) is not safe, use list_iterator.__new__()
class X(dict):
    __new__ = object.__new__
print(X(a=1))  # expect: {'a': 1}
class N(int):
    def __new__(cls, *args): return int.__new__(cls, 7)
print(N(3))  # expect: 7
N.__new__ = int.__new__
print(N(3))  # expect: 3


# An instance dict behind the items of an int takes part in the layout.
class WithDict(int): pass
class AlsoDict(int): pass
class Without(int): __slots__ = ()
class TupleDict(tuple): pass
for bases in ((WithDict, AlsoDict), (WithDict, Without), (Without, AlsoDict), (TupleDict, WithDict), (WithDict, dict)):
    made = attempt(type, 'Made', bases, {})
    print(made if isinstance(made, str) else [c.__name__ for c in made.__mro__])
# expect: TypeError: multiple bases have instance lay-out conflict
# expect: ['Made', 'WithDict', 'Without', 'int', 'object']
# expect: ['Made', 'Without', 'AlsoDict', 'int', 'object']
# expect: TypeError: multiple bases have instance lay-out conflict
# expect: TypeError: multiple bases have instance lay-out conflict
