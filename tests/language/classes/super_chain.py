def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class Base:
    def __init__(self, **kw):
        print('Base', kw)
        super().__init__(**kw)
class Left(Base):
    def __init__(self, left=0, **kw):
        print('Left', left)
        super().__init__(**kw)
class Right(Base):
    def __init__(self, right=0, **kw):
        print('Right', right)
        super().__init__(**kw)
class Both(Left, Right):
    def __init__(self, **kw):
        print('Both')
        super().__init__(**kw)
Both(left=1, right=2)  # expect: Both
# expect: Left 1
# expect: Right 2
# expect: Base {}
print(attempt(lambda: Both(left=1, other=3)))  # expect: Both
# expect: Left 1
# expect: Right 0
# expect: Base {'other': 3}
# expect: TypeError: object.__init__() takes no parameters
class P:
    @property
    def v(self): return 'P.v'
    @classmethod
    def make(cls): return 'P.make', cls.__name__
    def __len__(self): return 5
    def __getitem__(self, i): return i
class Q(P):
    @property
    def v(self): return 'Q+' + super().v
    @classmethod
    def make(cls): return super().make()
    def __len__(self): return super().__len__() + 1
    def __getitem__(self, i): return super().__getitem__(i) * 2
    def inner(self):
        def f():
            return super(Q, self).v, __class__.__name__
        return f()
    def comp(self):
        return [super(Q, self).v for _ in range(1)]
print(Q().v, Q.make(), len(Q()), Q()[4], Q().inner(), Q().comp())  # expect: Q+P.v ('P.make', 'Q') 6 8 ('P.v', 'Q') ['P.v']
class R(Q):
    make = lambda self: super().make()
print(R().make())  # expect: ('P.make', 'R')
