# Builds code objects that no compiler makes and runs them in every way there is. The line `SEED = n` before this text
# decides everything. Whatever happens must be an exception or a result: tests/bytecode/test_mutations.py counts on it.
import marshal
import sys
import types

SOURCE = '''
def plain(a, b=2, *args, c=3, **kw):
    x = a + b * c - len(args)
    for i in range(3):
        if i == x: continue
        elif i > 5: break
        x += i
    else:
        x = [x, (a, b), {a: b}, {a, b}, kw]
    return x, -a, not b, a < b <= c, a if b else c, a[0:1] if args else None
def closing(a):
    y = [a]
    def inner(z, *, k=1):
        nonlocal y
        y = y + [z]
        return lambda: (y, z, a, k)
    return inner(1)
def guarded(a):
    try:
        with a as b, a: b.x = a.y
        raise ValueError(a) from None
    except (TypeError, AttributeError) as e:
        return str(e)
    except ValueError: pass
    else: del a
    finally:
        for q in (1, 2): a = q
    while a:
        try: a -= 1; continue
        finally: pass
    return a
def generating(a):
    got = yield a
    try: yield from (i * 2 for i in [1, 2, a])
    except GeneratorExit: raise
    finally: got = yield
    return got
async def waiting(a):
    async with a as b: await b
    async for c in a: yield c
    x = [d async for d in a if await d]
async def simple(a):
    return await a
class Body(object, metaclass=type):
    """doc"""
    field: int = 3
    def method(self): return super().method(), __class__
def unpacking(a, *b):
    c, *d = a; (e, [f, g]) = b; h, i, *j, k = [*a, *b, *d]
    return f"{a!r:>{b}}{c:x}", plain(*a, **{'b': b}, c=1, **c), {**a, **b}, {*a, *b}, (*a, *b)
def names(a):
    global G
    import sys as s, types
    from types import FunctionType as F
    G = a; a.b = G; a[G] = F; del a.b, a[0], G
    a += 1; a @= a; a[0] += 1; a.b **= 2
    assert a, 'no'
    print(s, file=None)
    exec('1'); return locals(), [x for x in a], {x: y for x, y in a}, {x for x in a for y in x}
G = 1
'''


class Random:
    def __init__(self, seed):
        self.state = (seed * 2862933555777941757 + 3037000493) & 0xFFFFFFFFFFFFFFFF

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return (self.state >> 33) % limit

    def choice(self, items):
        return items[self.below(len(items))]


class Anything:
    """Answers to most protocols."""
    x = 1

    def __enter__(self): return self
    def __exit__(self, *a): return True
    def __iter__(self): return iter([self, 1, 'a'])
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): pass
    def __delitem__(self, key): pass
    def __getattr__(self, name): return self if name == 'y' else 1
    def __call__(self, *a, **k): return self
    def __await__(self): return iter([1])
    def __add__(self, other): return self
    __radd__ = __iadd__ = __sub__ = __mul__ = __add__
    async def __aenter__(self): return self
    async def __aexit__(self, *a): return None
    def __aiter__(self): return self
    async def __anext__(self): raise StopAsyncIteration
    def __len__(self): return 2
    def keys(self): return ['k', 'a']


def walk(code):
    found = [code]
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            found += walk(constant)
    return found


rng = Random(SEED)  # noqa: F821
CODES = walk(compile(SOURCE, 'hand_made', 'exec'))
OPCODES = sorted({op for code in CODES for op in code.co_code[::2]}) + [0, 9, 48, 65, 87, 90, 119, 120, 121, 122, 143, 144, 148, 255]
NAMES = ('a', 'b', 'x', '__class__', 'print', 'G', '', 'é', '.0', 'self', 'types')
BIG = (0, 1, 2, 3, 5, 8, 20, 100, 255, 256, 1000, 65535, 65536, 1 << 20, (1 << 31) - 1, -1, -(1 << 31))
CONSTANTS = (None, 0, 1, -1, 2.5, 1j, 'a', b'b', (), (1, 2), ('a', 'b'), (('a',),), frozenset((1,)), True, ..., 1 << 70, [], [1], {}, {1: 2},
             Anything(), Anything, len, int, type, ValueError, ValueError('v'), object(), iter([1]), sys, CODES[1], lambda: 1,
             'a' * 40, StopIteration, GeneratorExit, (i for i in (1, 2)), slice(1), property(len))


def random_code(code):
    words = bytearray(code.co_code)
    kind = rng.below(7)
    if kind == 0:
        return bytes(rng.below(256) for _ in range(rng.below(40)))
    if kind == 1:
        words = bytearray()
        for _ in range(rng.below(30)):
            words += bytes((rng.choice(OPCODES), rng.choice((0, 0, 1, 2, 3, rng.below(30), rng.below(256)))))
        return bytes(words) + rng.choice((b'', b'S\0', b'd\0S\0', b'\0'))
    if kind == 2:
        other = rng.choice(CODES).co_code
        cut = 2 * rng.below(len(other) // 2)
        return bytes(words[:2 * rng.below(len(words) // 2 + 1)]) + other[cut:]
    for _ in range(1 + rng.below(4)):
        at = 2 * rng.below(len(words) // 2) if words else 0
        what = rng.below(8)
        if not words:
            break
        if what == 0:
            words[at] = rng.choice(OPCODES)
        elif what == 1:
            words[at + 1] = rng.choice((0, 1, 2, 3, 255, rng.below(256)))
        elif what == 2:
            words[at + 1] ^= 1 << rng.below(8)
        elif what == 3:
            del words[at:at + 2 + 2 * rng.below(3)]
        elif what == 4:
            words[at:at] = bytes((rng.choice(OPCODES), rng.below(8)))
        elif what == 5:
            words[at:at] = bytes((144, rng.choice((0, 1, 255))))
        elif what == 6:
            words[at] = rng.below(256)
        else:
            words[at:at + 2] = bytes((rng.choice((113, 110, 93, 120, 121, 122, 143, 154, 111, 112, 114, 115, 119)), 2 * rng.below(40)))
    return bytes(words)


def shuffled(items, pool):
    items = list(items)
    for _ in range(1 + rng.below(3)):
        what = rng.below(4)
        if what == 0 and items:
            del items[rng.below(len(items))]
        elif what == 1:
            items.insert(rng.below(len(items) + 1), rng.choice(pool))
        elif what == 2 and items:
            items[rng.below(len(items))] = rng.choice(pool)
        elif items:
            at = rng.below(len(items))
            items[at], items[0] = items[0], items[at]
    return tuple(items)


def varied(code):
    fields = [code.co_argcount, code.co_kwonlyargcount, code.co_nlocals, code.co_stacksize, code.co_flags, code.co_code,
              code.co_consts, code.co_names, code.co_varnames, code.co_filename, code.co_name, code.co_firstlineno,
              code.co_lnotab, code.co_freevars, code.co_cellvars]
    for _ in range(1 + rng.below(4)):
        field = rng.choice((0, 1, 2, 3, 3, 4, 4, 5, 5, 5, 5, 5, 6, 6, 7, 8, 11, 12, 13, 14))
        if field in (0, 1, 2, 3, 11):
            fields[field] = rng.choice((fields[field] + 1, fields[field] - 1, rng.below(6), rng.choice(BIG)))
        elif field == 4:
            fields[4] = rng.choice((fields[4] ^ 1 << rng.below(10), rng.below(1024), rng.choice(BIG)))
        elif field == 5:
            fields[5] = random_code(code)
        elif field == 6:
            fields[6] = shuffled(fields[6], CONSTANTS)
        elif field == 12:
            fields[12] = bytes(rng.choice((0, 1, 2, 127, 128, 255, rng.below(256))) for _ in range(rng.below(20)))
        else:
            fields[field] = shuffled(fields[field], NAMES)
        if field == 8 and rng.below(2):
            fields[2] = len(fields[8])
    return types.CodeType(*fields)


def cell(value):
    return (lambda: value).__closure__[0]


def use(code):
    arguments = [rng.choice(CONSTANTS) for _ in range(rng.choice((0, 1, 1, 1, 2, 3, 5)))]
    closure = tuple(cell(rng.choice(CONSTANTS)) for _ in code.co_freevars)
    if rng.below(12) == 0:
        closure = rng.choice((None, (), closure + (cell(1),), (1,) * len(closure)))
    world = {'a': Anything(), 'b': 1, 'x': [1], 'types': types, 'plain': len, 'ValueError': ValueError, '__name__': 'w'}
    way = rng.below(9)
    if way == 0:
        return exec(code, world)
    if way == 1:
        return eval(code, world, rng.choice(({}, Anything(), world)))
    function = types.FunctionType(code, world, 'f', rng.choice((None, (), (1,), (1, 2, 3))), closure)
    if way == 2:
        return __build_class__(function, 'C')
    if way == 3:
        def host(a=1): return closure
        host.__code__ = code
        return host(*arguments)
    if way == 4:
        function.__kwdefaults__ = rng.choice(({}, {'c': 1}, {'a': 1}, None))
        result = function(*arguments, **rng.choice(({}, {'a': 1}, {'x': 1, 'kw': 2}, {'c': 3})))
    else:
        result = function(*arguments)
    if hasattr(result, 'send') or hasattr(result, 'asend'):
        for _ in range(4):
            step = rng.below(5)
            generator = result.asend(None) if hasattr(result, 'asend') else result
            if step == 0:
                generator.throw(rng.choice((ValueError, GeneratorExit, StopIteration(1), Anything)))
            elif step == 1:
                generator.close()
            elif step == 2:
                generator.send(rng.choice(CONSTANTS))
            else:
                generator.send(None)
    return result


def look_at(code):
    repr(code), hash(code), code == CODES[0], code.co_consts
    try:
        marshal.loads(marshal.dumps(code))
    except ValueError:
        pass


def attempt(depth=0):
    try:
        code = varied(rng.choice(CODES))
        if rng.below(3) == 0:
            code = varied(code)
        if rng.below(8) == 0:
            look_at(code)
        if rng.below(10) == 0:
            sys.settrace(lambda frame, event, argument: attempt.__code__ and (frame.f_lineno, None)[1])
        result = use(code)
        if rng.below(4) == 0:
            repr(result)
    except BaseException as error:
        if rng.below(4) == 0:
            str(error), error.__traceback__.tb_lineno
            frame = error.__traceback__
            while frame.tb_next:
                frame = frame.tb_next
            frame.tb_frame.f_locals, frame.tb_frame.f_lineno
    finally:
        sys.settrace(None)


for _ in range(6):
    attempt()
