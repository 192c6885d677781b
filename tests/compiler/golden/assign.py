def chain():
    a = b = c = 1
    return a, b, c

def unpack(seq):
    a, b = seq
    (c, [d, *e]), f = seq
    *g, h = seq
    i, *j, k = seq
    return a, b, c, d, e, f, g, h, i, j, k

def swap(a, b, c):
    a, b = b, a
    a, b, c = c, b, a
    [a, b] = [b, a]
    a, = b,

def targets(o, k):
    o.x = o[k] = o[1:2] = o[::k] = o[1, 2:3, ...] = 5
    for o.y, o[k] in k: pass
    del o.x, o[k], (k, [o])

def augmented(a, o, i):
    a += 1
    o.n -= 2
    o[i] *= 3
    o[i:i + 1] @= 4
    a /= 1; a //= 1; a %= 1; a **= 1; a <<= 1; a >>= 1; a &= 1; a ^= 1; a |= 1

def annotated(o):
    x: int = 1
    y: str
    (z): int = 2
    o.a: int = 3
    o.b: int
    o[1]: int
    return x
