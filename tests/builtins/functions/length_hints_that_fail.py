# Who builds a sequence from an iterable asks how long it is; an error of __length_hint__ or __len__ is an error.
def attempt(name, f):
    try:
        print(name, repr(f()))
    except BaseException as e:
        print(name, type(e).__name__, e)


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        if isinstance(self.hint, BaseException):
            raise self.hint
        return self.hint


class Len:
    def __iter__(self):
        return iter([1, 2])

    def __len__(self):
        raise RuntimeError('len')


for it in [Hint(h) for h in (RuntimeError('x'), TypeError('x'), -1, 'x', NotImplemented, 10**30, 0, 5)] + [Len()]:
    attempt('bytearray.extend', lambda: bytearray().extend(it))
    attempt('bytearray', lambda: bytearray(it))
    attempt('bytes', lambda: bytes(it))
    attempt('list', lambda: list(it))
    attempt('list.extend', lambda: [].extend(it))
    attempt('tuple', lambda: tuple(it))
    attempt('[*it]', lambda: [*it])
    attempt('f(*it)', lambda: print(*it))
    attempt('set', lambda: set(it))
# expect: bytearray.extend RuntimeError x
# expect: bytearray bytearray(b'\x01\x02')
# expect: bytes RuntimeError x
# expect: list RuntimeError x
# expect: list.extend RuntimeError x
# expect: tuple RuntimeError x
# expect: [*it] RuntimeError x
# expect: f(*it) RuntimeError x
# expect: set {1, 2}
# expect: bytearray.extend None
# expect: bytearray bytearray(b'\x01\x02')
# expect: bytes b'\x01\x02'
# expect: list [1, 2]
# expect: list.extend None
# expect: tuple (1, 2)
# expect: [*it] [1, 2]
# expect: 1 2
# expect: f(*it) None
# expect: set {1, 2}
# expect: bytearray.extend ValueError __length_hint__() should return >= 0
# expect: bytearray bytearray(b'\x01\x02')
# expect: bytes ValueError __length_hint__() should return >= 0
# expect: list ValueError __length_hint__() should return >= 0
# expect: list.extend ValueError __length_hint__() should return >= 0
# expect: tuple ValueError __length_hint__() should return >= 0
# expect: [*it] ValueError __length_hint__() should return >= 0
# expect: f(*it) ValueError __length_hint__() should return >= 0
# expect: set {1, 2}
# expect: bytearray.extend TypeError __length_hint__ must be an integer, not str
# expect: bytearray bytearray(b'\x01\x02')
# expect: bytes TypeError __length_hint__ must be an integer, not str
# expect: list TypeError __length_hint__ must be an integer, not str
# expect: list.extend TypeError __length_hint__ must be an integer, not str
# expect: tuple TypeError __length_hint__ must be an integer, not str
# expect: [*it] TypeError __length_hint__ must be an integer, not str
# expect: f(*it) TypeError __length_hint__ must be an integer, not str
# expect: set {1, 2}
# expect: bytearray.extend None
# expect: bytearray bytearray(b'\x01\x02')
# expect: bytes b'\x01\x02'
# expect: list [1, 2]
# expect: list.extend None
# expect: tuple (1, 2)
# expect: [*it] [1, 2]
# expect: 1 2
# expect: f(*it) None
# expect: set {1, 2}
# expect: bytearray.extend OverflowError Python int too large to convert to C ssize_t
# expect: bytearray bytearray(b'\x01\x02')
# expect: bytes OverflowError Python int too large to convert to C ssize_t
# expect: list OverflowError Python int too large to convert to C ssize_t
# expect: list.extend OverflowError Python int too large to convert to C ssize_t
# expect: tuple OverflowError Python int too large to convert to C ssize_t
# expect: [*it] OverflowError Python int too large to convert to C ssize_t
# expect: f(*it) OverflowError Python int too large to convert to C ssize_t
# expect: set {1, 2}
# expect: bytearray.extend None
# expect: bytearray bytearray(b'\x01\x02')
# expect: bytes b'\x01\x02'
# expect: list [1, 2]
# expect: list.extend None
# expect: tuple (1, 2)
# expect: [*it] [1, 2]
# expect: 1 2
# expect: f(*it) None
# expect: set {1, 2}
# expect: bytearray.extend None
# expect: bytearray bytearray(b'\x01\x02')
# expect: bytes b'\x01\x02'
# expect: list [1, 2]
# expect: list.extend None
# expect: tuple (1, 2)
# expect: [*it] [1, 2]
# expect: 1 2
# expect: f(*it) None
# expect: set {1, 2}
# expect: bytearray.extend RuntimeError len
# expect: bytearray bytearray(b'\x01\x02')
# expect: bytes RuntimeError len
# expect: list RuntimeError len
# expect: list.extend RuntimeError len
# expect: tuple RuntimeError len
# expect: [*it] RuntimeError len
# expect: f(*it) RuntimeError len
# expect: set {1, 2}
