# Classes, metaclasses, slots, descriptors, super, operators.
class Meta(type):
    def __new__(meta, name, bases, space, **kw):
        space['made_by'] = meta.__name__
        return super().__new__(meta, name, bases, space)
    def __init__(cls, name, bases, space, **kw):
        super().__init__(name, bases, space)

class Checked:
    def __set_name__(self, owner, name):
        self.name = '_' + name
    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.name, 0)
    def __set__(self, instance, value):
        setattr(instance, self.name, value)

class Base(metaclass=Meta, flag=1):
    size = Checked()
    def __init_subclass__(cls, **kw):
        cls.registered = True
    def area(self):
        return self.size ** 2

class Square(Base):
    def __init__(self, size):
        self.size = size
    def area(self):
        return super().area() + 0
    @property
    def double(self):
        return self.size * 2
    @staticmethod
    def unit():
        return Square(1)
    @classmethod
    def of(cls, n):
        return cls(n)
    def __add__(self, other):
        return Square(self.size + other.size)
    def __eq__(self, other):
        return self.size == other.size
    def __hash__(self):
        return hash(self.size)
    def __repr__(self):
        return 'Square({!r})'.format(self.size)

class Point:
    __slots__ = 'x', 'y', '__weakref__'

assert Square.made_by == 'Meta' and Square.registered
assert (Square.of(3) + Square.unit()).area() == 16 and Square(2).double == 4
assert repr({Square(1): 2}) == '{Square(1): 2}'
p = Point()
p.x, p.y = 1, [2]
a, b = Square(1), Square(2)
a.other, b.other = b, a
del a, b
import weakref
r = weakref.ref(p, lambda ref: None)
assert r() is p
del p
assert r() is None
