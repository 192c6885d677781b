# PEP 560: __class_getitem__ and __mro_entries__.
def attempt(source):
    try:
        exec(source, {'__name__': '__main__'})
    except Exception as error:
        print(type(error).__name__, error)


class C:
    def __class_getitem__(cls, item):
        return cls.__name__, item


class D(C): pass


print(C[1], D['a', 2], D[:3], C.__class_getitem__(4), C().__class_getitem__(5), type(C.__dict__['__class_getitem__']))  # expect: ('C', 1) ('D', ('a', 2)) ('D', slice(None, 3, None)) ('C', 4) ('C', 5) <class 'classmethod'>


class Plain: __class_getitem__ = lambda *args: args
class Static:
    @staticmethod
    def __class_getitem__(item): return item


class Instance: pass


Instance.__class_getitem__ = lambda *args: args
print(Plain[1], Static[1], Instance[1])  # expect: (<class '__main__.Plain'>, 1) 1 (1,)


class Meta(type):
    def __getitem__(cls, item): return 'metaclass', item


class M(C, metaclass=Meta): pass


print(M[1])  # expect: ('metaclass', 1)


class Raises:
    def __class_getitem__(cls, item): raise KeyError(item)


class NotCallable: __class_getitem__ = 1


class ByMeta(type):
    def __getattr__(cls, name): return lambda item: (name, item)


class G(metaclass=ByMeta): pass


print(G[1])  # expect: ('__class_getitem__', 1)
attempt('class R:\n    def __class_getitem__(cls, item): raise KeyError(item)\nR[1]')  # expect: KeyError 1
attempt('class R: __class_getitem__ = 1\nR[1]')  # expect: TypeError 'int' object is not callable


# __mro_entries__
class Entry:
    def __init__(self, *entries): self.entries = entries

    def __mro_entries__(self, bases):
        print('asked', len(bases), bases[0] is self)
        return self.entries


class A: pass
class B: pass


e = Entry(A)


class One(e): pass  # expect: asked 1 True


print(One.__bases__, One.__orig_bases__ == (e,), '__orig_bases__' in vars(A))  # expect: (<class '__main__.A'>,) True False


class Two(B, Entry(), Entry(A)): pass  # expect: asked 3 False
# expect: asked 3 False


print(Two.__bases__, len(Two.__orig_bases__))  # expect: (<class '__main__.B'>, <class '__main__.A'>) 3


class Gone(Entry()): pass  # expect: asked 1 True


print(Gone.__bases__)  # expect: (<class 'object'>,)


class Keyword(Entry(A), metaclass=Meta): pass  # expect: asked 1 True


print(type(Keyword).__name__, Keyword.__bases__)  # expect: Meta (<class '__main__.A'>,)


class MetaBase(metaclass=Meta): pass
class Derived(Entry(MetaBase)): pass  # expect: asked 1 True


print(type(Derived).__name__)  # expect: Meta
attempt('class E:\n    def __mro_entries__(self, bases): return [object]\nclass F(E()): pass')  # expect: TypeError __mro_entries__ must return a tuple
attempt('class E:\n    def __mro_entries__(self, bases): raise ValueError("no")\nclass F(E()): pass')  # expect: ValueError no
attempt('class E:\n    def __mro_entries__(self, bases): return (int,)\ntype("X", (E(),), {})')  # expect: TypeError type() doesn't support MRO entry resolution; use types.new_class()
attempt('import types\nclass E:\n    def __mro_entries__(self, bases): return (int,)\ne = E()\nX = types.new_class("X", (e,))\nprint(X.__bases__, X.__orig_bases__ == (e,), types.get_original_bases(X) == (e,), types.resolve_bases((e, str)))')  # expect: (<class 'int'>,) True True (<class 'int'>, <class 'str'>)
attempt('class X(int, int): pass')  # expect: TypeError duplicate base class int
