def numbers():
    return (1 + 2, 7 // 2, -7 % 3, 2 ** 10, 1 << 10, 6 & 3, 6 | 3, 6 ^ 3, 1 / 4, 2 ** -1, -1, ~5, +3, -0.0, 1j * 1j,
            3 - 2j, -(1 + 2j), (-8) ** 0.5)

def limits():
    return 2 ** 64, 2 ** 65, 1 << 127, 1 << 128, 10 ** 32, 10 ** 33, 'a' * 20, 'a' * 21, (1,) * 20, (1,) * 21

def faults():
    return 1 // 0, 1 % 0, 1 << -1, 'a' + 1, 'abc'[3], -'a', 1.0 // 0.0

def texts():
    return 'a' + 'b', b'a' + b'b', 'abc'[1], b'abc'[1], 'ab' * 3, 3 * b'x', '%s' % 'a', 'a' 'b'

def tuples():
    return (1, 2, (3, 'x')), (1, 2) + (3,), (1, 2, 3)[1], (1, 2) * 2, ()

def searched(x):
    return x in [1, 2], x in {1, 2}, x not in [1, 'a', None], [y for y in [1, 2]], x == [1, 2]

def bools():
    return 0 / -1, 0 / 1, True + 1, True & False, True | 2, -True, not True

def debug():
    if __debug__: pass
    return __debug__
