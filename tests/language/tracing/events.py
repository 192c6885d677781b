# The events of sys.settrace(): which, where, in which order.
import sys
class T:
    def __init__(self): self.events = []
    def trace(self, frame, event, arg):
        a = None
        if event == 'return': a = arg if type(arg) in (int, str, type(None)) else type(arg).__name__
        elif event == 'exception': a = (arg[0].__name__, str(arg[1]), arg[2] is not None)
        self.events.append((frame.f_code.co_name, frame.f_lineno - base, event, a))
        return self.trace
def show(f, *args):
    global base
    base = f.__code__.co_firstlineno
    t = T()
    sys.settrace(t.trace)
    try:
        try: r = f(*args)
        except BaseException as e: r = 'raised %r' % e
    finally: sys.settrace(None)
    print(f.__name__, r if not hasattr(r, 'gi_frame') else 'gen')
    for e in t.events: print('  ', e)

def straight():
    x = 1
    y = x + \
        2
    z = [x,
         y,
         x + y]
    return z
def loops(n):
    for i in range(n):
        if i == 1:
            continue
        if i == 3:
            break
        pass
    else:
        print
    while n > 0:
        n -= 1
    while True:
        break
    for q in []: pass
    for w in [1, 2]: n += w
    while n > 0: n -= 1
    return n
def tries(k):
    try:
        if k == 0: return 'r'
        if k == 1: raise ValueError(k)
        if k == 2: [][1]
        x = 1
    except ValueError as e:
        x = 2
    except (IndexError,
            KeyError):
        x = 3
        raise
    else:
        x = 4
    finally:
        x = 5
    return x
class CM:
    def __enter__(self): return self
    def __exit__(self, *a):
        return a[0] is KeyError
def withs(k):
    with CM() as c:
        if k: raise KeyError(k)
        y = 1
    with CM(), CM():
        for i in 1, 2:
            if k: break
    try:
        with CM():
            1/0
    except ZeroDivisionError: pass
    return k
def gen(n):
    for i in range(n):
        x = yield i
        if x: print
    return 'done'
def use_gen():
    g = gen(2)
    next(g)
    g.send(1)
    try: next(g)
    except StopIteration as e: s = e.value
    for v in gen(1):
        pass
    t = sum(gen(2))
    g = gen(3)
    next(g)
    try: g.throw(KeyError('k'))
    except KeyError: pass
    g = gen(1); next(g); g.close()
    return s
def delegating():
    def inner():
        r = yield from gen(1)
        return r
    return list(inner())
def comps():
    a = [i for i in range(2)
         if i]
    b = {i: 1 for i in range(2)}
    c = (i for i in a)
    d = list(c)
    return [lambda: x for x in a][0]()
def classes():
    class A:
        x = 1
        def m(self): return super().__repr__
        @property
        def p(self):
            return 1
    def deco(f):
        return f
    @deco
    @deco
    def f(a=1,
          b=2): return a
    A().m()
    A().p
    return f()
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 1: raise StopIteration
        return self.n
def iterators():
    for x in It(): pass
    return list(It())
def nested_finally():
    for i in range(2):
        try:
            try: continue
            finally:
                x = i
        finally:
            y = i
    try:
        try:
            return 1
        finally:
            z = 1
    finally:
        w = 1
def raises_deep():
    def a(): b()
    def b(): c()
    def c():
        raise ValueError('deep')
    try: a()
    except ValueError: return 'ok'
def lambdas(): return (lambda x: x + 1)(1)
def docs():
    """doc"""
    'string'
    1
    pass
    ...
def oneliner(): x = 1; y = 2; return x
def ifs(a):
    if a: x = 1
    elif a is None:
        x = 2
    else: x = 3
    x = 1 if a else 2
    x = a and \
        x or \
        3
    assert x, \
        'msg'
    del x
    global gg
    gg = 1
    return (a
            + 1)
def reraise():
    try:
        try: 1/0
        except:
            raise
    except ZeroDivisionError: pass
    try:
        try: 1/0
        finally:
            x = 1
    except ZeroDivisionError: pass
    try:
        try: 1/0
        except KeyError: pass
    except ZeroDivisionError: pass
async def coro():
    async def inner(): return 1
    return await inner()
def run_coro():
    c = coro()
    try: c.send(None)
    except StopIteration as e: return e.value
for f, args in ((straight, ()), (loops, (5,)), (tries, (0,)), (tries, (1,)), (tries, (2,)), (tries, (3,)), (withs, (0,)), (withs, (1,)),
                (use_gen, ()), (delegating, ()), (comps, ()), (classes, ()), (iterators, ()), (nested_finally, ()), (raises_deep, ()),
                (lambdas, ()), (docs, ()), (oneliner, ()), (ifs, (1,)), (ifs, (0,)), (reraise, ()), (run_coro, ())):
    show(f, *args)
# expect: straight [1, 3, 4]
# expect:    ('straight', 0, 'call', None)
# expect:    ('straight', 1, 'line', None)
# expect:    ('straight', 2, 'line', None)
# expect:    ('straight', 3, 'line', None)
# expect:    ('straight', 4, 'line', None)
# expect:    ('straight', 5, 'line', None)
# expect:    ('straight', 6, 'line', None)
# expect:    ('straight', 7, 'line', None)
# expect:    ('straight', 7, 'return', 'list')
# expect: loops 0
# expect:    ('loops', 0, 'call', None)
# expect:    ('loops', 1, 'line', None)
# expect:    ('loops', 2, 'line', None)
# expect:    ('loops', 4, 'line', None)
# expect:    ('loops', 1, 'line', None)
# expect:    ('loops', 2, 'line', None)
# expect:    ('loops', 3, 'line', None)
# expect:    ('loops', 1, 'line', None)
# expect:    ('loops', 2, 'line', None)
# expect:    ('loops', 4, 'line', None)
# expect:    ('loops', 1, 'line', None)
# expect:    ('loops', 2, 'line', None)
# expect:    ('loops', 4, 'line', None)
# expect:    ('loops', 5, 'line', None)
# expect:    ('loops', 9, 'line', None)
# expect:    ('loops', 10, 'line', None)
# expect:    ('loops', 9, 'line', None)
# expect:    ('loops', 10, 'line', None)
# expect:    ('loops', 9, 'line', None)
# expect:    ('loops', 10, 'line', None)
# expect:    ('loops', 9, 'line', None)
# expect:    ('loops', 10, 'line', None)
# expect:    ('loops', 9, 'line', None)
# expect:    ('loops', 10, 'line', None)
# expect:    ('loops', 9, 'line', None)
# expect:    ('loops', 11, 'line', None)
# expect:    ('loops', 12, 'line', None)
# expect:    ('loops', 13, 'line', None)
# expect:    ('loops', 14, 'line', None)
# expect:    ('loops', 14, 'line', None)
# expect:    ('loops', 14, 'line', None)
# expect:    ('loops', 15, 'line', None)
# expect:    ('loops', 15, 'line', None)
# expect:    ('loops', 15, 'line', None)
# expect:    ('loops', 15, 'line', None)
# expect:    ('loops', 16, 'line', None)
# expect:    ('loops', 16, 'return', 0)
# expect: tries r
# expect:    ('tries', 0, 'call', None)
# expect:    ('tries', 1, 'line', None)
# expect:    ('tries', 2, 'line', None)
# expect:    ('tries', 15, 'line', None)
# expect:    ('tries', 15, 'return', 'r')
# expect: tries 5
# expect:    ('tries', 0, 'call', None)
# expect:    ('tries', 1, 'line', None)
# expect:    ('tries', 2, 'line', None)
# expect:    ('tries', 3, 'line', None)
# expect:    ('tries', 3, 'exception', ('ValueError', '1', True))
# expect:    ('tries', 6, 'line', None)
# expect:    ('tries', 7, 'line', None)
# expect:    ('tries', 15, 'line', None)
# expect:    ('tries', 16, 'line', None)
# expect:    ('tries', 16, 'return', 5)
# expect: tries raised IndexError('list index out of range',)
# expect:    ('tries', 0, 'call', None)
# expect:    ('tries', 1, 'line', None)
# expect:    ('tries', 2, 'line', None)
# expect:    ('tries', 3, 'line', None)
# expect:    ('tries', 4, 'line', None)
# expect:    ('tries', 4, 'exception', ('IndexError', 'list index out of range', True))
# expect:    ('tries', 6, 'line', None)
# expect:    ('tries', 8, 'line', None)
# expect:    ('tries', 9, 'line', None)
# expect:    ('tries', 10, 'line', None)
# expect:    ('tries', 11, 'line', None)
# expect:    ('tries', 15, 'line', None)
# expect:    ('tries', 15, 'return', None)
# expect: tries 5
# expect:    ('tries', 0, 'call', None)
# expect:    ('tries', 1, 'line', None)
# expect:    ('tries', 2, 'line', None)
# expect:    ('tries', 3, 'line', None)
# expect:    ('tries', 4, 'line', None)
# expect:    ('tries', 5, 'line', None)
# expect:    ('tries', 13, 'line', None)
# expect:    ('tries', 15, 'line', None)
# expect:    ('tries', 16, 'line', None)
# expect:    ('tries', 16, 'return', 5)
# expect: withs 0
# expect:    ('withs', 0, 'call', None)
# expect:    ('withs', 1, 'line', None)
# expect:    ('__enter__', -3, 'call', None)
# expect:    ('__enter__', -3, 'line', None)
# expect:    ('__enter__', -3, 'return', 'CM')
# expect:    ('withs', 2, 'line', None)
# expect:    ('withs', 3, 'line', None)
# expect:    ('__exit__', -2, 'call', None)
# expect:    ('__exit__', -1, 'line', None)
# expect:    ('__exit__', -1, 'return', 'bool')
# expect:    ('withs', 4, 'line', None)
# expect:    ('__enter__', -3, 'call', None)
# expect:    ('__enter__', -3, 'line', None)
# expect:    ('__enter__', -3, 'return', 'CM')
# expect:    ('__enter__', -3, 'call', None)
# expect:    ('__enter__', -3, 'line', None)
# expect:    ('__enter__', -3, 'return', 'CM')
# expect:    ('withs', 5, 'line', None)
# expect:    ('withs', 6, 'line', None)
# expect:    ('withs', 5, 'line', None)
# expect:    ('withs', 6, 'line', None)
# expect:    ('withs', 5, 'line', None)
# expect:    ('__exit__', -2, 'call', None)
# expect:    ('__exit__', -1, 'line', None)
# expect:    ('__exit__', -1, 'return', 'bool')
# expect:    ('__exit__', -2, 'call', None)
# expect:    ('__exit__', -1, 'line', None)
# expect:    ('__exit__', -1, 'return', 'bool')
# expect:    ('withs', 7, 'line', None)
# expect:    ('withs', 8, 'line', None)
# expect:    ('__enter__', -3, 'call', None)
# expect:    ('__enter__', -3, 'line', None)
# expect:    ('__enter__', -3, 'return', 'CM')
# expect:    ('withs', 9, 'line', None)
# expect:    ('withs', 9, 'exception', ('ZeroDivisionError', 'division by zero', True))
# expect:    ('__exit__', -2, 'call', None)
# expect:    ('__exit__', -1, 'line', None)
# expect:    ('__exit__', -1, 'return', 'bool')
# expect:    ('withs', 10, 'line', None)
# expect:    ('withs', 11, 'line', None)
# expect:    ('withs', 11, 'return', 0)
# expect: withs 1
# expect:    ('withs', 0, 'call', None)
# expect:    ('withs', 1, 'line', None)
# expect:    ('__enter__', -3, 'call', None)
# expect:    ('__enter__', -3, 'line', None)
# expect:    ('__enter__', -3, 'return', 'CM')
# expect:    ('withs', 2, 'line', None)
# expect:    ('withs', 2, 'exception', ('KeyError', '1', True))
# expect:    ('__exit__', -2, 'call', None)
# expect:    ('__exit__', -1, 'line', None)
# expect:    ('__exit__', -1, 'return', 'bool')
# expect:    ('withs', 4, 'line', None)
# expect:    ('__enter__', -3, 'call', None)
# expect:    ('__enter__', -3, 'line', None)
# expect:    ('__enter__', -3, 'return', 'CM')
# expect:    ('__enter__', -3, 'call', None)
# expect:    ('__enter__', -3, 'line', None)
# expect:    ('__enter__', -3, 'return', 'CM')
# expect:    ('withs', 5, 'line', None)
# expect:    ('withs', 6, 'line', None)
# expect:    ('__exit__', -2, 'call', None)
# expect:    ('__exit__', -1, 'line', None)
# expect:    ('__exit__', -1, 'return', 'bool')
# expect:    ('__exit__', -2, 'call', None)
# expect:    ('__exit__', -1, 'line', None)
# expect:    ('__exit__', -1, 'return', 'bool')
# expect:    ('withs', 7, 'line', None)
# expect:    ('withs', 8, 'line', None)
# expect:    ('__enter__', -3, 'call', None)
# expect:    ('__enter__', -3, 'line', None)
# expect:    ('__enter__', -3, 'return', 'CM')
# expect:    ('withs', 9, 'line', None)
# expect:    ('withs', 9, 'exception', ('ZeroDivisionError', 'division by zero', True))
# expect:    ('__exit__', -2, 'call', None)
# expect:    ('__exit__', -1, 'line', None)
# expect:    ('__exit__', -1, 'return', 'bool')
# expect:    ('withs', 10, 'line', None)
# expect:    ('withs', 11, 'line', None)
# expect:    ('withs', 11, 'return', 1)
# expect: use_gen done
# expect:    ('use_gen', 0, 'call', None)
# expect:    ('use_gen', 1, 'line', None)
# expect:    ('use_gen', 2, 'line', None)
# expect:    ('gen', -5, 'call', None)
# expect:    ('gen', -4, 'line', None)
# expect:    ('gen', -3, 'line', None)
# expect:    ('gen', -3, 'return', 0)
# expect:    ('use_gen', 3, 'line', None)
# expect:    ('gen', -3, 'call', None)
# expect:    ('gen', -2, 'line', None)
# expect:    ('gen', -4, 'line', None)
# expect:    ('gen', -3, 'line', None)
# expect:    ('gen', -3, 'return', 1)
# expect:    ('use_gen', 4, 'line', None)
# expect:    ('gen', -3, 'call', None)
# expect:    ('gen', -2, 'line', None)
# expect:    ('gen', -4, 'line', None)
# expect:    ('gen', -1, 'line', None)
# expect:    ('gen', -1, 'return', 'done')
# expect:    ('use_gen', 4, 'exception', ('StopIteration', 'done', True))
# expect:    ('use_gen', 5, 'line', None)
# expect:    ('use_gen', 6, 'line', None)
# expect:    ('gen', -5, 'call', None)
# expect:    ('gen', -4, 'line', None)
# expect:    ('gen', -3, 'line', None)
# expect:    ('gen', -3, 'return', 0)
# expect:    ('use_gen', 7, 'line', None)
# expect:    ('use_gen', 6, 'line', None)
# expect:    ('gen', -3, 'call', None)
# expect:    ('gen', -2, 'line', None)
# expect:    ('gen', -4, 'line', None)
# expect:    ('gen', -1, 'line', None)
# expect:    ('gen', -1, 'return', 'done')
# expect:    ('use_gen', 6, 'exception', ('StopIteration', 'done', False))
# expect:    ('use_gen', 8, 'line', None)
# expect:    ('gen', -5, 'call', None)
# expect:    ('gen', -4, 'line', None)
# expect:    ('gen', -3, 'line', None)
# expect:    ('gen', -3, 'return', 0)
# expect:    ('gen', -3, 'call', None)
# expect:    ('gen', -2, 'line', None)
# expect:    ('gen', -4, 'line', None)
# expect:    ('gen', -3, 'line', None)
# expect:    ('gen', -3, 'return', 1)
# expect:    ('gen', -3, 'call', None)
# expect:    ('gen', -2, 'line', None)
# expect:    ('gen', -4, 'line', None)
# expect:    ('gen', -1, 'line', None)
# expect:    ('gen', -1, 'return', 'done')
# expect:    ('use_gen', 9, 'line', None)
# expect:    ('use_gen', 10, 'line', None)
# expect:    ('gen', -5, 'call', None)
# expect:    ('gen', -4, 'line', None)
# expect:    ('gen', -3, 'line', None)
# expect:    ('gen', -3, 'return', 0)
# expect:    ('use_gen', 11, 'line', None)
# expect:    ('gen', -3, 'call', None)
# expect:    ('gen', -3, 'exception', ('KeyError', "'k'", True))
# expect:    ('gen', -3, 'return', None)
# expect:    ('use_gen', 11, 'exception', ('KeyError', "'k'", True))
# expect:    ('use_gen', 12, 'line', None)
# expect:    ('use_gen', 13, 'line', None)
# expect:    ('gen', -5, 'call', None)
# expect:    ('gen', -4, 'line', None)
# expect:    ('gen', -3, 'line', None)
# expect:    ('gen', -3, 'return', 0)
# expect:    ('gen', -3, 'call', None)
# expect:    ('gen', -3, 'exception', ('GeneratorExit', '', True))
# expect:    ('gen', -3, 'return', None)
# expect:    ('use_gen', 14, 'line', None)
# expect:    ('use_gen', 14, 'return', 'done')
# expect: delegating [0]
# expect:    ('delegating', 0, 'call', None)
# expect:    ('delegating', 1, 'line', None)
# expect:    ('delegating', 4, 'line', None)
# expect:    ('inner', 1, 'call', None)
# expect:    ('inner', 2, 'line', None)
# expect:    ('gen', -20, 'call', None)
# expect:    ('gen', -19, 'line', None)
# expect:    ('gen', -18, 'line', None)
# expect:    ('gen', -18, 'return', 0)
# expect:    ('inner', 2, 'return', 0)
# expect:    ('inner', 2, 'call', None)
# expect:    ('gen', -18, 'call', None)
# expect:    ('gen', -17, 'line', None)
# expect:    ('gen', -19, 'line', None)
# expect:    ('gen', -16, 'line', None)
# expect:    ('gen', -16, 'return', 'done')
# expect:    ('inner', 2, 'exception', ('StopIteration', 'done', False))
# expect:    ('inner', 3, 'line', None)
# expect:    ('inner', 3, 'return', 'done')
# expect:    ('delegating', 4, 'return', 'list')
# expect: comps 1
# expect:    ('comps', 0, 'call', None)
# expect:    ('comps', 1, 'line', None)
# expect:    ('<listcomp>', 1, 'call', None)
# expect:    ('<listcomp>', 1, 'line', None)
# expect:    ('<listcomp>', 2, 'line', None)
# expect:    ('<listcomp>', 1, 'line', None)
# expect:    ('<listcomp>', 2, 'line', None)
# expect:    ('<listcomp>', 1, 'line', None)
# expect:    ('<listcomp>', 1, 'return', 'list')
# expect:    ('comps', 3, 'line', None)
# expect:    ('<dictcomp>', 3, 'call', None)
# expect:    ('<dictcomp>', 3, 'line', None)
# expect:    ('<dictcomp>', 3, 'line', None)
# expect:    ('<dictcomp>', 3, 'line', None)
# expect:    ('<dictcomp>', 3, 'return', 'dict')
# expect:    ('comps', 4, 'line', None)
# expect:    ('comps', 5, 'line', None)
# expect:    ('<genexpr>', 4, 'call', None)
# expect:    ('<genexpr>', 4, 'line', None)
# expect:    ('<genexpr>', 4, 'return', 1)
# expect:    ('<genexpr>', 4, 'call', None)
# expect:    ('<genexpr>', 4, 'line', None)
# expect:    ('<genexpr>', 4, 'return', None)
# expect:    ('comps', 6, 'line', None)
# expect:    ('<listcomp>', 6, 'call', None)
# expect:    ('<listcomp>', 6, 'line', None)
# expect:    ('<listcomp>', 6, 'line', None)
# expect:    ('<listcomp>', 6, 'return', 'list')
# expect:    ('<lambda>', 6, 'call', None)
# expect:    ('<lambda>', 6, 'line', None)
# expect:    ('<lambda>', 6, 'return', 1)
# expect:    ('comps', 6, 'return', 1)
# expect: classes 1
# expect:    ('classes', 0, 'call', None)
# expect:    ('classes', 1, 'line', None)
# expect:    ('A', 1, 'call', None)
# expect:    ('A', 1, 'line', None)
# expect:    ('A', 2, 'line', None)
# expect:    ('A', 3, 'line', None)
# expect:    ('A', 4, 'line', None)
# expect:    ('A', 4, 'return', 'cell')
# expect:    ('classes', 7, 'line', None)
# expect:    ('classes', 9, 'line', None)
# expect:    ('classes', 10, 'line', None)
# expect:    ('classes', 12, 'line', None)
# expect:    ('deco', 7, 'call', None)
# expect:    ('deco', 8, 'line', None)
# expect:    ('deco', 8, 'return', 'function')
# expect:    ('deco', 7, 'call', None)
# expect:    ('deco', 8, 'line', None)
# expect:    ('deco', 8, 'return', 'function')
# expect:    ('classes', 13, 'line', None)
# expect:    ('m', 3, 'call', None)
# expect:    ('m', 3, 'line', None)
# expect:    ('m', 3, 'return', 'method-wrapper')
# expect:    ('classes', 14, 'line', None)
# expect:    ('p', 4, 'call', None)
# expect:    ('p', 6, 'line', None)
# expect:    ('p', 6, 'return', 1)
# expect:    ('classes', 15, 'line', None)
# expect:    ('f', 9, 'call', None)
# expect:    ('f', 12, 'line', None)
# expect:    ('f', 12, 'return', 1)
# expect:    ('classes', 15, 'return', 1)
# expect: iterators [1]
# expect:    ('iterators', 0, 'call', None)
# expect:    ('iterators', 1, 'line', None)
# expect:    ('__init__', -6, 'call', None)
# expect:    ('__init__', -6, 'line', None)
# expect:    ('__init__', -6, 'return', None)
# expect:    ('__iter__', -5, 'call', None)
# expect:    ('__iter__', -5, 'line', None)
# expect:    ('__iter__', -5, 'return', 'It')
# expect:    ('__next__', -4, 'call', None)
# expect:    ('__next__', -3, 'line', None)
# expect:    ('__next__', -2, 'line', None)
# expect:    ('__next__', -1, 'line', None)
# expect:    ('__next__', -1, 'return', 1)
# expect:    ('iterators', 1, 'line', None)
# expect:    ('__next__', -4, 'call', None)
# expect:    ('__next__', -3, 'line', None)
# expect:    ('__next__', -2, 'line', None)
# expect:    ('__next__', -2, 'exception', ('StopIteration', '', True))
# expect:    ('__next__', -2, 'return', None)
# expect:    ('iterators', 1, 'exception', ('StopIteration', '', True))
# expect:    ('iterators', 2, 'line', None)
# expect:    ('__init__', -6, 'call', None)
# expect:    ('__init__', -6, 'line', None)
# expect:    ('__init__', -6, 'return', None)
# expect:    ('__iter__', -5, 'call', None)
# expect:    ('__iter__', -5, 'line', None)
# expect:    ('__iter__', -5, 'return', 'It')
# expect:    ('__next__', -4, 'call', None)
# expect:    ('__next__', -3, 'line', None)
# expect:    ('__next__', -2, 'line', None)
# expect:    ('__next__', -1, 'line', None)
# expect:    ('__next__', -1, 'return', 1)
# expect:    ('__next__', -4, 'call', None)
# expect:    ('__next__', -3, 'line', None)
# expect:    ('__next__', -2, 'line', None)
# expect:    ('__next__', -2, 'exception', ('StopIteration', '', True))
# expect:    ('__next__', -2, 'return', None)
# expect:    ('iterators', 2, 'return', 'list')
# expect: nested_finally 1
# expect:    ('nested_finally', 0, 'call', None)
# expect:    ('nested_finally', 1, 'line', None)
# expect:    ('nested_finally', 2, 'line', None)
# expect:    ('nested_finally', 3, 'line', None)
# expect:    ('nested_finally', 5, 'line', None)
# expect:    ('nested_finally', 7, 'line', None)
# expect:    ('nested_finally', 1, 'line', None)
# expect:    ('nested_finally', 2, 'line', None)
# expect:    ('nested_finally', 3, 'line', None)
# expect:    ('nested_finally', 5, 'line', None)
# expect:    ('nested_finally', 7, 'line', None)
# expect:    ('nested_finally', 1, 'line', None)
# expect:    ('nested_finally', 8, 'line', None)
# expect:    ('nested_finally', 9, 'line', None)
# expect:    ('nested_finally', 10, 'line', None)
# expect:    ('nested_finally', 12, 'line', None)
# expect:    ('nested_finally', 14, 'line', None)
# expect:    ('nested_finally', 14, 'return', 1)
# expect: raises_deep ok
# expect:    ('raises_deep', 0, 'call', None)
# expect:    ('raises_deep', 1, 'line', None)
# expect:    ('raises_deep', 2, 'line', None)
# expect:    ('raises_deep', 3, 'line', None)
# expect:    ('raises_deep', 5, 'line', None)
# expect:    ('a', 1, 'call', None)
# expect:    ('a', 1, 'line', None)
# expect:    ('b', 2, 'call', None)
# expect:    ('b', 2, 'line', None)
# expect:    ('c', 3, 'call', None)
# expect:    ('c', 4, 'line', None)
# expect:    ('c', 4, 'exception', ('ValueError', 'deep', True))
# expect:    ('c', 4, 'return', None)
# expect:    ('b', 2, 'exception', ('ValueError', 'deep', True))
# expect:    ('b', 2, 'return', None)
# expect:    ('a', 1, 'exception', ('ValueError', 'deep', True))
# expect:    ('a', 1, 'return', None)
# expect:    ('raises_deep', 5, 'exception', ('ValueError', 'deep', True))
# expect:    ('raises_deep', 6, 'line', None)
# expect:    ('raises_deep', 6, 'return', 'ok')
# expect: lambdas 2
# expect:    ('lambdas', 0, 'call', None)
# expect:    ('lambdas', 0, 'line', None)
# expect:    ('<lambda>', 0, 'call', None)
# expect:    ('<lambda>', 0, 'line', None)
# expect:    ('<lambda>', 0, 'return', 2)
# expect:    ('lambdas', 0, 'return', 2)
# expect: docs None
# expect:    ('docs', 0, 'call', None)
# expect:    ('docs', 5, 'line', None)
# expect:    ('docs', 5, 'return', None)
# expect: oneliner 1
# expect:    ('oneliner', 0, 'call', None)
# expect:    ('oneliner', 0, 'line', None)
# expect:    ('oneliner', 0, 'return', 1)
# expect: ifs 2
# expect:    ('ifs', 0, 'call', None)
# expect:    ('ifs', 1, 'line', None)
# expect:    ('ifs', 5, 'line', None)
# expect:    ('ifs', 6, 'line', None)
# expect:    ('ifs', 7, 'line', None)
# expect:    ('ifs', 9, 'line', None)
# expect:    ('ifs', 11, 'line', None)
# expect:    ('ifs', 13, 'line', None)
# expect:    ('ifs', 14, 'line', None)
# expect:    ('ifs', 15, 'line', None)
# expect:    ('ifs', 15, 'return', 2)
# expect: ifs 1
# expect:    ('ifs', 0, 'call', None)
# expect:    ('ifs', 1, 'line', None)
# expect:    ('ifs', 2, 'line', None)
# expect:    ('ifs', 4, 'line', None)
# expect:    ('ifs', 5, 'line', None)
# expect:    ('ifs', 6, 'line', None)
# expect:    ('ifs', 8, 'line', None)
# expect:    ('ifs', 9, 'line', None)
# expect:    ('ifs', 11, 'line', None)
# expect:    ('ifs', 13, 'line', None)
# expect:    ('ifs', 14, 'line', None)
# expect:    ('ifs', 15, 'line', None)
# expect:    ('ifs', 15, 'return', 1)
# expect: reraise None
# expect:    ('reraise', 0, 'call', None)
# expect:    ('reraise', 1, 'line', None)
# expect:    ('reraise', 2, 'line', None)
# expect:    ('reraise', 2, 'exception', ('ZeroDivisionError', 'division by zero', True))
# expect:    ('reraise', 3, 'line', None)
# expect:    ('reraise', 4, 'line', None)
# expect:    ('reraise', 5, 'line', None)
# expect:    ('reraise', 6, 'line', None)
# expect:    ('reraise', 7, 'line', None)
# expect:    ('reraise', 7, 'exception', ('ZeroDivisionError', 'division by zero', True))
# expect:    ('reraise', 9, 'line', None)
# expect:    ('reraise', 10, 'line', None)
# expect:    ('reraise', 11, 'line', None)
# expect:    ('reraise', 12, 'line', None)
# expect:    ('reraise', 12, 'exception', ('ZeroDivisionError', 'division by zero', True))
# expect:    ('reraise', 13, 'line', None)
# expect:    ('reraise', 14, 'line', None)
# expect:    ('reraise', 14, 'return', None)
# expect: run_coro 1
# expect:    ('run_coro', 0, 'call', None)
# expect:    ('run_coro', 1, 'line', None)
# expect:    ('run_coro', 2, 'line', None)
# expect:    ('coro', -3, 'call', None)
# expect:    ('coro', -2, 'line', None)
# expect:    ('coro', -1, 'line', None)
# expect:    ('inner', -2, 'call', None)
# expect:    ('inner', -2, 'line', None)
# expect:    ('inner', -2, 'return', 1)
# expect:    ('coro', -1, 'exception', ('StopIteration', '1', False))
# expect:    ('coro', -1, 'return', 1)
# expect:    ('run_coro', 2, 'exception', ('StopIteration', '1', True))
# expect:    ('run_coro', 3, 'line', None)
# expect:    ('run_coro', 3, 'return', 1)
