class A:
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
    def __bytes__(self): return b'bytes'
    def __int__(self): return 1
    def __float__(self): return 2.5
    def __complex__(self): return 3j
    def __index__(self): return 4
    def __bool__(self): return False
    def __format__(self, s): return 'fmt' + s
    def __round__(self, n=None): return 'round', n
    def __hash__(self): return 5
    def __dir__(self): return ['d']
    def __sizeof__(self): return 100
a = A()
print(str(a), repr(a), bytes(a), int(a), float(a), complex(a), hex(a), bool(a), format(a, 'x'), round(a), round(a, 1), hash(a), dir(a), '%s|%r|%d|%f' % (a, a, a, a), f'{a}|{a!r}|{a:z}', [a], a.__sizeof__(), range(a), [0] * a, 2 ** a.__index__(), chr(a) == '\x04')  # expect: str repr b'bytes' 1 2.5 3j 0x4 False fmtx ('round', None) ('round', 1) 5 ['d'] str|repr|1|2.500000 fmt|repr|fmtz [repr] 100 range(0, 4) [0, 0, 0, 0] 16 False
class B:
    def __repr__(self): return 'only repr'
class C:
    def __str__(self): return 'only str'
print(str(B()), '%s' % B(), repr(C()).startswith('<__main__.C object at 0x'), format(C()), '{!s}'.format(B()))  # expect: only repr only repr True only str only repr
