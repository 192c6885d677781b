# Classes and instances changed by descriptors, attribute hooks and comparisons while they are being used.
import gc


def attempt(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class Descr:
    def __init__(self, action): self.action = action
    def __get__(self, instance, owner):
        self.action(instance, owner)
        return 'got'
    def __set__(self, instance, value): self.action(instance, value)
    def __delete__(self, instance): self.action(instance, None)


# A descriptor removes itself, its class's base, or the instance's dict.
class A: pass
A.x = Descr(lambda i, o: delattr(A, 'x'))
print(attempt(lambda: A().x), hasattr(A, 'x'))  # expect: got False
class B: pass
class C(B): pass
B.x = Descr(lambda i, o: setattr(C, '__bases__', (Other,)))
class Other(B): x = 'other'
c = C()
print(c.x, c.x, C.__mro__)  # expect: got other (<class '__main__.C'>, <class '__main__.Other'>, <class '__main__.B'>, <class 'object'>)
class D: pass
def clear(i, o):
    i.__dict__.clear()
    i.__dict__ = {'y': 'new'}
D.x = Descr(clear)
d = D()
d.y = 'old'
print(d.x, d.y, d.__dict__)  # expect: got new {'y': 'new'}
D.x = Descr(lambda i, o: setattr(i, '__class__', Other))
d = D()
print(d.x, type(d).__name__, d.x)  # expect: got Other other
class E:
    x = Descr(lambda i, v: i.__dict__.update(x=v) or delattr(E, 'x'))
e = E()
e.x = 5
print(e.x, e.__dict__)  # expect: 5 {'x': 5}
del e.x
print(attempt(lambda: e.x))  # expect: AttributeError: 'E' object has no attribute 'x'


# __getattr__ and __getattribute__ that change what is being searched.
class F:
    def __getattr__(self, name):
        del F.__getattr__
        return getattr(self, name)
print(attempt(lambda: F().missing))  # expect: AttributeError: 'F' object has no attribute 'missing'
class G:
    def __getattribute__(self, name):
        type(self).__getattribute__ = object.__getattribute__
        self.__dict__ = {name: 'placed'}
        return getattr(self, name)
g = G()
print(g.thing, g.__dict__)  # expect: placed {'thing': 'placed'}
class H:
    def __setattr__(self, name, value):
        del H.__setattr__
        setattr(self, name, value)
h = H()
h.a = 1
h.b = 2
print(h.__dict__)  # expect: {'a': 1, 'b': 2}
class I:
    def __delattr__(self, name):
        self.__class__ = A
i = I()
i.a = 1
del i.a
print(type(i).__name__, i.a)  # expect: A 1
class J:
    def __init__(self):
        self.__class__ = A
        self.v = 1
print(type(J()).__name__, J().v)  # expect: A 1
class K:
    def __new__(cls):
        K.__init__ = lambda self: setattr(self, 'late', True)
        return object.__new__(cls)
    def __init__(self): self.early = True
print(K().__dict__)  # expect: {'late': True}
class L:
    def __init__(self): del L.__init__
print(type(L()).__name__, attempt(L, 1))  # expect: L TypeError: object() takes no parameters


# Names of a class's namespace compare in strange ways.
class Name(str):
    armed = False
    def __eq__(self, other):
        if Name.armed:
            Name.armed = False
            self.target.clear()
        return str.__eq__(self, other)
    __hash__ = str.__hash__
odd = type('Odd', (), {Name('attr'): 1})
print(attempt(lambda: odd.attr), attempt(lambda: odd().attr))  # expect: 1 1
inst = odd()
key = Name('z')
key.target = inst.__dict__
inst.__dict__[key] = 'z value'
print(inst.z)  # expect: z value


# Metaclass hooks.
class Meta(type):
    def __getattribute__(cls, name):
        if name == 'gone':
            type.__setattr__(cls, '__slots__', ())
            cls.__bases__ = (B,)
        return type.__getattribute__(cls, name)
    def __instancecheck__(cls, obj):
        cls.__bases__ = (Other,)
        return True
    def __subclasscheck__(cls, sub):
        Meta.__subclasscheck__ = type.__subclasscheck__
        return issubclass(sub, cls)
class M(Other, metaclass=Meta): pass
print(attempt(lambda: M.gone), M.__bases__)  # expect: AttributeError: type object 'M' has no attribute 'gone' (<class '__main__.B'>,)
print(isinstance(5, M), M.__bases__, issubclass(int, M), issubclass(M, B))  # expect: True (<class '__main__.Other'>,) False True
class Prep(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        class Namespace(dict):
            def __setitem__(self, key, value):
                if key == 'boom':
                    dict.clear(self)
                dict.__setitem__(self, key, value)
            def __getitem__(self, key):
                return 'hooked' if key == 'first' else dict.__getitem__(self, key)
        return Namespace()
class P(metaclass=Prep):
    first = 1
    boom = 2
    third = first
    try:
        missing
    except NameError as error:
        text = str(error)
print(sorted(k for k in vars(P) if not k.startswith('_')), P.third, P.text)  # expect: ['boom', 'text', 'third'] hooked name 'missing' is not defined
class SetName:
    def __set_name__(self, owner, name):
        owner.added = name
        delattr(owner, name)
        setattr(owner, name + '2', self)
class Q:
    s = SetName()
    t = SetName()
print(sorted(k for k in vars(Q) if not k.startswith('_')), Q.added)  # expect: ['added', 's2', 't2'] t
class R:
    def __init_subclass__(cls, **kwargs):
        cls.__bases__ = (A,)
        super(R, R).__init_subclass__(**kwargs)
class S(R): pass
print(S.__bases__, R.__subclasses__())  # expect: (<class '__main__.A'>,) []


# Slots.
class T:
    __slots__ = ('a', 'b')
    def __del__(self):
        try:
            self.a = self.b
            del self.b
        except AttributeError as error:
            print('in del', error)
t = T()
t.a = t
t.b = 'b'
del t
print(gc.collect() > 0)  # expect: True
descr = T.a
del T.a
u = T()
print(attempt(lambda: u.a), attempt(descr.__get__, u), attempt(descr.__set__, u, 1), descr.__get__(u))  # expect: AttributeError: 'T' object has no attribute 'a' AttributeError: a None 1
u.b = 5
print(attempt(descr.__get__, A()), attempt(setattr, u, '__class__', A))  # expect: TypeError: descriptor 'a' for 'T' objects doesn't apply to 'A' object TypeError: __class__ assignment: 'A' object layout differs from 'T'
del u  # expect: in del 'T' object has no attribute 'a'


# The type of the operand changes in the middle of an operation.
class V:
    def __add__(self, other):
        self.__class__ = W
        return NotImplemented
    def __eq__(self, other):
        self.__class__ = W
        return NotImplemented
    __hash__ = None
class W:
    def __radd__(self, other): return 'radd'
    def __add__(self, other): return 'add'
    def __eq__(self, other): return 'eq'
print(attempt(lambda: V() + W()), attempt(lambda: V() + V()), V() == V())  # expect: TypeError: unsupported operand type(s) for +: 'W' and 'W' TypeError: unsupported operand type(s) for +: 'W' and 'V' False
v = V()
print(attempt(lambda: v + 1), attempt(lambda: v + 1))  # expect: TypeError: unsupported operand type(s) for +: 'W' and 'int' add
class X:
    def __len__(self):
        X.__len__ = lambda self: 2
        del self.__class__.__bool__
        return 0
    def __bool__(self): return len(self) == 0
print(bool(X()), bool(X()), attempt(lambda: len(X())))  # expect: True True 2
class Y:
    def __index__(self):
        del Y.__index__
        return 1
y = Y()
print([1, 2, 3][y], attempt(lambda: [1, 2, 3][y]))  # expect: 2 TypeError: list indices must be integers or slices, not Y
class Z:
    def __iter__(self):
        Z.__next__ = None
        return self
    def __next__(self): return 1
print(attempt(lambda: list(Z())), attempt(lambda: next(Z())))  # expect: TypeError: 'NoneType' object is not callable TypeError: 'NoneType' object is not callable
class CallMe:
    def __call__(self):
        CallMe.__call__ = lambda self: 'second'
        del self
        return 'first'
call = CallMe()
print([call() for _ in range(3)])  # expect: ['first', 'second', 'second']
