# Ints of every length in words: few words lie in the object, more of them in a block of its own; subclasses keep two.
import copy, marshal, random
random.seed(7)

class Plain(int): pass
class Slotted(int):
    __slots__ = ()
class Full(int):
    def __new__(cls, value, tag): self = super().__new__(cls, value); self.tag = tag; return self
    def __del__(self): Full.dropped += 1
Full.dropped = 0

bits = [0, 1, 60, 61, 62, 63, 64, 65, 127, 128, 129, 191, 192, 193, 3903, 3904, 3967, 3968, 3969, 4031, 4032, 4095, 4096, 4097, 9000]
numbers = [sign * ((1 << n) + d) for n in bits for d in (-1, 0, 1) for sign in (1, -1)]

def mix(total, n):
    return (total * 1000003 + hash(n) + n.bit_length() * 7 + (n > 0)) % (2 ** 61 - 1)

total = 0
for n in numbers:
    for made in (n + 0, n - 0, n * 1, n << 0, n | 0, int(str(n)), int(hex(n), 16), int.from_bytes(n.to_bytes(1200, 'big', signed=True), 'big', signed=True), copy.copy(n), Plain(n), Slotted(n), Full(n, 'x'), marshal.loads(marshal.dumps(n)), +Plain(n), Plain(n).__int__()):
        assert made == n and hash(made) == hash(n) and str(int(made)) == str(n) and -made == -n and abs(made) == abs(n), n
        assert made.bit_length() == n.bit_length() and (made < 0) == (n < 0) and int(made) == n and (made ^ n) == 0
    total = mix(total, n)
print(total, Full.dropped)  # expect: 729959695150806971 150

total = 0
for a in numbers:
    for b in random.sample(numbers, 12):
        total = mix(total, a + b)
        total = mix(total, a - b)
        total = mix(total, a * b)
        total = mix(total, a & b)
        total = mix(total, a | b)
        total = mix(total, a ^ b)
        if b: q, r = divmod(a, b); total = mix(mix(total, q), r); assert q * b + r == a
        assert (a + b) - b == a and (a - b) + b == a and (a < b) == (a - b < 0) and (a == b) == (hash(a) == hash(b) and str(a) == str(b))
    for shift in (0, 1, 62, 63, 64, 65, 127, 128, 3904, 3968, 4000):
        total = mix(total, a << shift)
        total = mix(total, a >> shift)
        assert a << shift >> shift == a and a << shift == a * 2 ** shift
    assert a * a == a ** 2 and a - a == 0 and a + -a == 0
print(total)  # expect: 569274393480785033

def digits(n, base):
    n, out = abs(n), []
    while n: n, d = divmod(n, base); out.append('0123456789abcdefghijklmnopqrstuvwxyz'[d])
    return ''.join(reversed(out)) or '0'
for base in (2, 3, 7, 8, 10, 16, 31, 32, 36):
    for n in numbers[::7]:
        text = digits(n, base)
        assert int(text, base) == int('000' + text.upper(), base) == int('_'.join(text), base) == int(' +' + text + '\n', base) == abs(n)
        assert int('-' + text, base) == -abs(n)
for bad in ('', '-', '+-1', '--1', '1' * 40 + '_', '_' + '1' * 40, '1' * 30 + '__1', '1' * 30 + 'a', '1' * 30 + ' 1', '1' * 30 + '\x00', '9' * 5000 + '?', '0x', '0x_'):
    try: int(bad); print('taken', bad)
    except ValueError as e: print(str(e)[:60])
# expect: invalid literal for int() with base 10: ''
# expect: invalid literal for int() with base 10: '-'
# expect: invalid literal for int() with base 10: '+-1'
# expect: invalid literal for int() with base 10: '--1'
# expect: invalid literal for int() with base 10: '1111111111111111111
# expect: invalid literal for int() with base 10: '_111111111111111111
# expect: invalid literal for int() with base 10: '1111111111111111111
# expect: invalid literal for int() with base 10: '1111111111111111111
# expect: invalid literal for int() with base 10: '1111111111111111111
# expect: invalid literal for int() with base 10: '1111111111111111111
# expect: invalid literal for int() with base 10: '9999999999999999999
# expect: invalid literal for int() with base 10: '0x'
# expect: invalid literal for int() with base 10: '0x_'
big = Full(3 ** 3000, 'kept')
print(big.tag, big.__dict__, big % 1000, Full(5, [1]).tag, Plain() == 0, bool(Plain()), -Plain(2 ** 64) + 2 ** 64, type(+Plain(2 ** 64)).__name__)  # expect: kept {'tag': 'kept'} 1 [1] True False 0 int
print(range(2 ** 64, 2 ** 64 + 9, 4)[-1], len(range(-2 ** 64, -2 ** 64 + 9)), 2 ** 64 in range(2 ** 65), '%d %x' % (2 ** 100, -2 ** 100), format(2 ** 70, ',d'), format(-2 ** 70, '#x'))  # expect: 18446744073709551624 9 True 1267650600228229401496703205376 -10000000000000000000000000 1,180,591,620,717,411,303,424 -0x400000000000000000
