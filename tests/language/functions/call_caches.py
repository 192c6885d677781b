# Caches of calls stay right when functions, classes and cells change between two executions of one call.
def first(a, b=2, *, c=3, d=4): return ('first', a, b, c, d)
def second(d, c, b=20, *, a=10): return ('second', d, c, b, a)

def site(f, **extra):
    try: return f(1, c=5, d=6)
    except TypeError as e: return str(e)

for f in (first, first, second, first, second, second): print(site(f))  # expect: ('first', 1, 2, 5, 6)
# expect: ('first', 1, 2, 5, 6)
# expect: second() got multiple values for argument 'd'
# expect: ('first', 1, 2, 5, 6)
# expect: second() got multiple values for argument 'd'
# expect: second() got multiple values for argument 'd'
first.__kwdefaults__ = {'d': 40}
print(site(first))  # expect: ('first', 1, 2, 5, 6)
def by_name(f):
    try: return f(a=1, c=7)
    except TypeError as e: return str(e)
print(by_name(first), by_name(first))  # expect: ('first', 1, 2, 7, 40) ('first', 1, 2, 7, 40)
first.__kwdefaults__ = None
print(by_name(first))  # expect: first() missing 1 required keyword-only argument: 'd'
first.__kwdefaults__ = {'c': 30, 'd': 41}
first.__defaults__ = (21,)
print(by_name(first))  # expect: ('first', 1, 21, 7, 41)
first.__defaults__ = None
print(by_name(first), site(first))  # expect: first() missing 1 required positional argument: 'b' first() missing 1 required positional argument: 'b'
first.__code__ = (lambda a, c, d=1: ('third', a, c, d)).__code__
print(by_name(first), site(first))  # expect: <lambda>() missing 1 required positional argument: 'd' ('third', 1, 5, 6)
def wrong(f):
    out = []
    for i in range(3):
        try: out.append(f(1, a=2))
        except TypeError as e: out.append(str(e))
        try: out.append(f(q=2))
        except TypeError as e: out.append(str(e))
    return out
def plain(a, b=0): return a, b
print(wrong(plain))  # expect: ["plain() got multiple values for argument 'a'", "plain() got an unexpected keyword argument 'q'", "plain() got multiple values for argument 'a'", "plain() got an unexpected keyword argument 'q'", "plain() got multiple values for argument 'a'", "plain() got an unexpected keyword argument 'q'"]
def collect(*args, **kwargs): return args, sorted(kwargs.items())
def twice(f, args, kwargs): return [f(*args, **kwargs) for i in range(2)]
print(twice(collect, (1, 2), {'x': 3}), twice(plain, (1,), {'b': 2}), twice(plain, [4, 5], {}))  # expect: [((1, 2), [('x', 3)]), ((1, 2), [('x', 3)])] [(1, 2), (1, 2)] [(4, 5), (4, 5)]
class M:
    def method(self, a, *, k=1): return a, k
print(twice(M().method, (1,), {'k': 2}), twice(M().method, (1,), {}))  # expect: [(1, 2), (1, 2)] [(1, 1), (1, 1)]
for args, kwargs in (((1,), {'a': 2}), ((), {}), ((1, 2, 3), {}), ((1,), {'z': 3}), ((1,), {1: 2})):
    try: print(twice(plain, args, kwargs))
    except TypeError as e: print(e)
# expect: plain() got multiple values for argument 'a'
# expect: plain() missing 1 required positional argument: 'a'
# expect: plain() takes from 1 to 2 positional arguments but 3 were given
# expect: plain() got an unexpected keyword argument 'z'
# expect: plain() keywords must be strings
def gen(f):
    yield f(*(1,), **{'b': 7})
    yield f(*(2,))
    try: f(**{'nope': 1})
    except TypeError as e: yield str(e)
print(list(gen(plain)))  # expect: [(1, 7), (2, 0), "plain() got an unexpected keyword argument 'nope'"]
def made(*args): yield from args
print(list(made(*[1, 2])))  # expect: [1, 2]

# super() in one method of several classes, and after the classes changed
def factory(base):
    class Sub(base):
        def who(self): return 'sub of ' + super().who()
        def late(self):
            try: return super().late()
            except AttributeError as e: return str(e)
    return Sub
class A:
    def who(self): return 'A'
class B:
    def who(self): return 'B'
SA, SB = factory(A), factory(B)
for cls in (SA, SB, SA, SA, SB): print(cls().who(), cls().late())  # expect: sub of A 'super' object has no attribute 'late'
# expect: sub of B 'super' object has no attribute 'late'
# expect: sub of A 'super' object has no attribute 'late'
# expect: sub of A 'super' object has no attribute 'late'
# expect: sub of B 'super' object has no attribute 'late'
A.late = lambda self: 'late A'
B.who = lambda self: 'new B'
for cls in (SA, SB, SA): print(cls().who(), cls().late())  # expect: sub of A late A
# expect: sub of new B 'super' object has no attribute 'late'
# expect: sub of A late A
SA.__bases__ = (B,)
print(SA().who(), SA().late())  # expect: sub of new B 'super' object has no attribute 'late'
class C(SB):
    def who(self): return 'C, ' + super().who()
    def __init__(self): super().__init__()
    def swap(self):
        self = SA()
        try: return super().who()
        except TypeError as e: return str(e)
print(C().who(), C().who(), C().swap(), C().swap())  # expect: C, sub of new B C, sub of new B super(type, obj): obj must be an instance or subtype of type super(type, obj): obj must be an instance or subtype of type
def call_with(super):
    class D:
        def m(self): return super().m()
    return [D().m() for i in range(2)]
class Fake:
    def m(self): return 'fake'
print(call_with(Fake))  # expect: ['fake', 'fake']

# with statements: Python managers, native ones, changing ones
class Manager:
    def __init__(self, log, swallow=False): self.log, self.swallow = log, swallow
    def __enter__(self):
        self.log.append('enter')
        return 5
    def __exit__(self, kind, value, trace):
        self.log.append((kind and kind.__name__, str(value), trace is not None))
        return self.swallow
def use(manager, fail):
    try:
        with manager as x:
            if fail: raise ValueError(type(x).__name__)
            return x
    except ValueError as e:
        return 'caught ' + str(e)
log = []
print([use(Manager(log, swallow), fail) for swallow in (False, True) for fail in (False, True)], log)  # expect: [5, 'caught int', 5, None] ['enter', (None, 'None', False), 'enter', ('ValueError', 'int', True), 'enter', (None, 'None', False), 'enter', ('ValueError', 'int', True)]
def in_generator():
    with Manager(log): yield 1
    with Manager(log, True): raise KeyError
    yield 2
print(list(in_generator()), log[-2:])  # expect: [1, 2] ['enter', ('KeyError', '', True)]
class Bad:
    def __enter__(self): raise RuntimeError('no entry')
    def __exit__(self, *a): return True
class BadExit:
    def __enter__(self): return self
    def __exit__(self, a, b, c): raise RuntimeError('no exit')
for manager in (Bad(), BadExit(), Bad(), BadExit()):
    for fail in (False, True):
        try: print(use(manager, fail))
        except RuntimeError as e: print(e, repr(e.__context__))
# expect: no entry None
# expect: no entry None
# expect: no exit None
# expect: no exit ValueError('BadExit',)
# expect: no entry None
# expect: no entry None
# expect: no exit None
# expect: no exit ValueError('BadExit',)
def deep(n):
    with Manager([]): return deep(n + 1)
try: deep(0)
except RecursionError: print("too deep")  # expect: too deep
def deep_named(*, n): return deep_named(n=n + 1)
try: deep_named(n=0)
except RecursionError: print("too deep")  # expect: too deep
def deep_star(*a, **k): return deep_star(*a, **k)
try: deep_star(1, z=2)
except RecursionError: print("too deep")  # expect: too deep
