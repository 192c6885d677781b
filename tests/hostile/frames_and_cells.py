# Frames, cells and code objects changed while they are in use.
import gc
import sys


def attempt(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


# f_locals is a snapshot: writing to it changes nothing.
def f():
    x = 1
    locals()['x'] = 2
    sys._getframe().f_locals['x'] = 3
    sys._getframe().f_locals['new'] = 4
    return x, 'new' in locals(), attempt(lambda: eval('new'))
print(f())  # expect: (1, True, "NameError: name 'new' is not defined")
def own_frame():
    frame = sys._getframe()
    local = [frame]
    return attempt(frame.clear)
print(own_frame())  # expect: RuntimeError: cannot clear an executing frame
def gen():
    x = [1]
    yield sys._getframe()
    yield x
g = gen()
frame = next(g)
print(frame.f_locals, attempt(frame.clear), frame.f_locals, attempt(next, g), g.gi_frame)  # expect: {} None {} StopIteration:  None
print(attempt(frame.clear), frame.f_lineno > 0, frame.f_back)  # expect: None True None
def clears_caller():
    return attempt(sys._getframe(1).clear)
print(clears_caller())  # expect: RuntimeError: cannot clear an executing frame
def raising():
    secret = [1, 2]
    1 / 0
try:
    raising()
except ZeroDivisionError as error:
    trace = error.__traceback__.tb_next
print(trace.tb_frame.f_locals, attempt(trace.tb_frame.clear), trace.tb_frame.f_locals)  # expect: {} None {}
def deleter():
    class D:
        def __del__(self):
            print('f_locals in del:', sorted(sys._getframe(1).f_locals))
    d = D()
    x = 1
    d = None
    return x
print(deleter())  # expect: f_locals in del: ['D', 'd', 'x']
# expect: 1
def clear_in_del():
    class D:
        def __del__(self):
            print(attempt(sys._getframe(1).clear))
    d = D()
    del d
clear_in_del()  # expect: RuntimeError: cannot clear an executing frame
class Evil:
    def __del__(self):
        self.frame.clear()
def cyc():
    evil = Evil()
    evil.frame = sys._getframe()
    other = [evil]
cyc()
gc.collect()


# A generator that closes, throws into or clears itself.
def itself():
    me = yield
    print(attempt(next, me), attempt(me.send, 1), attempt(me.close), attempt(me.throw, ValueError))
    print(attempt(me.gi_frame.clear))
    yield 'end'
g = itself()
next(g)
print(g.send(g))  # expect: ValueError: generator already executing ValueError: generator already executing ValueError: generator already executing ValueError: generator already executing
# expect: RuntimeError: cannot clear an executing frame
# expect: end
def closes_in_del():
    class D:
        def __del__(self):
            print(attempt(g2.close), attempt(next, g2))
    d = D()
    yield 1
    del d
    yield 2
g2 = closes_in_del()
print(next(g2), next(g2))  # expect: ValueError: generator already executing ValueError: generator already executing
# expect: 1 2
def yields_in_finally():
    try:
        yield 1
    finally:
        yield 2
g = yields_in_finally()
next(g)
print(attempt(g.close))  # expect: RuntimeError: generator ignored GeneratorExit
def delegate():
    global outer
    yield from inner()
def inner():
    yield attempt(next, outer)
    outer.gi_frame.f_locals
    yield outer.gi_yieldfrom is not None
outer = delegate()
print(list(outer))  # expect: ['ValueError: generator already executing', False]


# Cells.
def make():
    x = 1
    def get(): return x
    def drop():
        nonlocal x
        del x
    def put(v):
        nonlocal x
        x = v
    return get, drop, put
get, drop, put = make()
drop()
print(attempt(get), attempt(drop), attempt(lambda: get.__closure__[0].cell_contents))  # expect: NameError: free variable 'x' referenced before assignment in enclosing scope NameError: free variable 'x' referenced before assignment in enclosing scope ValueError: Cell is empty
put(get)
print(get() is get, get.__closure__[0].cell_contents is get)  # expect: True True
class DropsCell:
    def __del__(self):
        print('dropped', attempt(get), attempt(put, 'again'))
put(DropsCell())
drop()  # expect: dropped NameError: free variable 'x' referenced before assignment in enclosing scope None
print(get())  # expect: again
put(DropsCell())
put(5)  # expect: dropped 5 None
print(get())  # expect: again
def setting_code():
    def h(): return 'old'
    def swap():
        h.__code__ = (lambda: 'new').__code__
        return 'swapped'
    return swap(), h()
print(setting_code())  # expect: ('swapped', 'new')
def recursive(n):
    if n == 0:
        recursive.__code__ = (lambda n: 'replaced').__code__
        return 'bottom'
    return recursive(n - 1), n
print(recursive(3), recursive(3))  # expect: ((('bottom', 1), 2), 3) replaced
def with_free():
    y = 1
    def k(): return y
    return k
k = with_free()
print(attempt(setattr, k, '__code__', f.__code__), attempt(setattr, k, '__closure__', ()))  # expect: ValueError: k() requires a code object with 1 free vars, not 0 AttributeError: readonly attribute
def defaults(a=1, *, b=2): return a, b
class ChangesDefaults:
    def __eq__(self, other):
        defaults.__defaults__ = None
        defaults.__kwdefaults__ = None
        return True
print(defaults(), ChangesDefaults() == 1, attempt(defaults))  # expect: (1, 2) True TypeError: defaults() missing 1 required positional argument: 'a'
defaults.__defaults__ = (1, 2, 3, 4)
print(attempt(lambda: defaults(b=0)))  # expect: (4, 0)
defaults.__kwdefaults__ = {'b': 5, 7: 8}
print(attempt(defaults))  # expect: (4, 5)


# Globals and builtins.
exec('def uses(): return value\n', globals())
class Vanishing:
    def __del__(self):
        globals().pop('value', None)
value = Vanishing()
value = 3
print(attempt(uses))  # expect: NameError: name 'value' is not defined
space = {'__builtins__': {'len': lambda x: 'my len'}}
exec('def n(): return len([])', space)
print(space['n'](), attempt(lambda: exec('print(1)', space)))  # expect: my len NameError: name 'print' is not defined
space['__builtins__']['len'] = 5
print(attempt(space['n']))  # expect: TypeError: 'int' object is not callable
space['__builtins__'].clear()
print(attempt(space['n']))  # expect: NameError: name 'len' is not defined
space = {'x': 1}
exec('def deletes():\n    global x\n    del x\n    return x', space)
print(attempt(space['deletes']))  # expect: NameError: name 'x' is not defined
class Mapping(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]
m = Mapping()
exec('a = b\nc = a\ndel a', {}, m)
print(sorted(m.items()))  # expect: [('b', 'bb'), ('c', 'bb')]
class Raises(dict):
    def __getitem__(self, key): raise KeyError(key) if key != 'z' else ValueError(key)
print(attempt(lambda: exec('x', {'x': 1}, Raises())), attempt(lambda: exec('z', {'z': 1}, Raises())))  # expect: None ValueError: z


# Tracebacks.
def loop():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return e
e = loop()
e.__traceback__ = None
print(e.__traceback__, attempt(setattr, e, '__traceback__', 5), attempt(setattr, e, '__context__', 5), attempt(setattr, e, '__cause__', 5))  # expect: None TypeError: __traceback__ must be a traceback or None TypeError: exception context must be None or derive from BaseException TypeError: exception cause must be None or derive from BaseException
class Exc(Exception):
    def __init__(self, *args):
        self.__class__ = KeyError
try:
    raise Exc(1)
except Exception as error:
    print(type(error).__name__)  # expect: TypeError
class NotExc(Exception):
    def __new__(cls, *args): return 5
try:
    raise NotExc
except TypeError as error:
    print(error)  # expect: calling <class '__main__.NotExc'> should have returned an instance of BaseException, not <class 'int'>
class Checks(type):
    def __subclasscheck__(cls, sub): raise KeyError('never asked')
    def __instancecheck__(cls, sub): raise KeyError('never asked')
class Strange(Exception, metaclass=Checks): pass
try:
    raise ValueError(1)
except Strange:
    print('wrong')
except ValueError as error:
    print('right', error)  # expect: right 1
def mutate_handlers():
    handlers = [KeyError]
    class T(tuple):
        pass
    try:
        raise ValueError('v')
    except T([KeyError, ValueError]) as error:
        return str(error)
print(mutate_handlers())  # expect: v
