class Base:
    registry = []
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.registry.append(cls.__name__)
class A(Base, tag='a'): pass
class B(A): pass
print(Base.registry, A.tag, B.tag)  # expect: ['A', 'B'] a None
try:
    class C(Base, other=1): pass
except TypeError as e:
    print(e)  # expect: __init_subclass__() takes no keyword arguments
class D:
    def __init_subclass__(cls):
        raise ValueError('no subclass')
try:
    class E(D): pass
except ValueError as e:
    print(e)  # expect: no subclass
print(type(Base.__dict__['__init_subclass__']).__name__)  # expect: classmethod
