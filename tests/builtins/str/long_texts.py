# Texts longer than the stretches (65,536 units) and windows (a million) that natives work on at a time: what lies across
# their ends is found, kept and converted as anywhere else.
import binascii

edge = 65536
kinds = ['a', '\xe9', '\u0663', '\U0001F600']


def at_edges(make):
    return [make(n) for n in (edge - 1, edge, edge + 1, 2 * edge - 1, 2 * edge)]


# --- searching: around the ends of windows, forwards and backwards, with needles of any length
found = []
for c in kinds:
    for place in (0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, (2 << 20) + 5, (3 << 20) - 2):
        text = c * place + 'xy' + c * ((3 << 20) - 2 - place)
        found.append((text.find('xy'), text.rfind('xy'), text.index('x'), text.rindex('y'), text.count('xy'),
                      'yx' in text) == (place, place, place, place + 1, 1, False))
print(all(found))  # expect: True
for c, d in (('a', 'b'), ('\u0663', '\u0664')):
    long = c * (5 << 19)
    print((d + long).find(long + d), (long + d + long).find(c + d), (d + long * 2).rfind(d + long))
    print((long * 2 + d + long).find(long + d), (long * 2 + d + long).rfind(d + long), (long + d + long).count(long))
    print(long + d in long * 2, long + d in d + long * 2 + d, (d + long * 2).find(long, 5), long.rfind(long, 0))
    print(long.find(long + d), long.rfind(d + long), (long * 2).count(long + d))
# expect: -1 2621439 0
# expect: 2621440 5242880 2
# expect: False True 5 0
# expect: -1 -1 0
# expect: -1 2621439 0
# expect: 2621440 5242880 2
# expect: False True 5 0
# expect: -1 -1 0
b = b'ab' * (3 << 19)
print(b.find(b'aa'), (b + b'b' + b).find(b'bb'), (b + b'b' + b).rfind(b'bb'), (b + b'b' + b).find(b + b'b'),
      (b'b' + b).rfind(b'b' + b))  # expect: -1 3145727 3145727 0 0
print(len(('a' * edge * 3).replace('a', 'bc')), ('ab' * edge).replace('a', 'c') == 'cb' * edge,
      ('ab' * edge).replace('a', 'c', edge - 1)[-4:], len(('\xe9' * edge * 2).replace('\xe9', '')),
      (b'a' * edge * 2).replace(b'a', b'xy', edge + 1)[2 * edge - 2:2 * edge + 4])  # expect: 393216 True cbab 0 b'xyxyaa'

# --- units one by one
print(at_edges(lambda n: ((' ' * n + 'x' + ' ' * n).strip(), (b' ' * n + b'x').lstrip(), len(('x' + '\u3000' * n).rstrip()))))  # expect: [('x', b'x', 1), ('x', b'x', 1), ('x', b'x', 1), ('x', b'x', 1), ('x', b'x', 1)]
many = ''.join(map(chr, range(0x100, 0x1000)))
print(('\u0101\u0fff' * edge + '\u1000z\u1000' + '\u0100').strip(many) == '\u1000z\u1000',
      ('\U0001F600a\u0100' + 'z').strip(many + 'a\U0001F600'), ascii(('\xe9' + '\u0101').strip(many)))  # expect: True z '\xe9'
print(at_edges(lambda n: (('a' * n + '1').isalpha(), ('\xe9' * n).isidentifier(), ('A ' * n).istitle(),
                          (b'A ' * n + b'AA').istitle(), (b'a' * n).isalpha(), (b'1' * n + b'a').isupper(),
                          (b'1' * n + b'A').isupper(), (b'' * n).isdigit())))  # expect: [(False, True, True, False, True, False, True, False), (False, True, True, False, True, False, True, False), (False, True, True, False, True, False, True, False), (False, True, True, False, True, False, True, False), (False, True, True, False, True, False, True, False)]
print(at_edges(lambda n: (('aB' * n).swapcase()[-3:], ('aB' * n).upper()[-3:], (b'aB' * n).title()[:3],
                          (b'\t' * n).expandtabs(2)[-3:], len(repr('\xe9' * n)), len(ascii('\xe9' * n)),
                          len(repr(b'\xe9' * n)))))  # expect: [('bAb', 'BAB', b'Aba', b'   ', 65537, 262142, 262143), ('bAb', 'BAB', b'Aba', b'   ', 65538, 262146, 262147), ('bAb', 'BAB', b'Aba', b'   ', 65539, 262150, 262151), ('bAb', 'BAB', b'Aba', b'   ', 131073, 524286, 524287), ('bAb', 'BAB', b'Aba', b'   ', 131074, 524290, 524291)]
print(at_edges(lambda n: ('a' * n + '{}').format(n)[-8:]))  # expect: ['aaa65535', 'aaa65536', 'aaa65537', 'aa131071', 'aa131072']
print(at_edges(lambda n: ((b'ab' * n).translate(bytes(range(256)), b'a') == b'b' * n,
                          (b'ab' * n).translate(bytes(255 - i for i in range(256)))[-2:])))  # expect: [(True, b'\x9e\x9d'), (True, b'\x9e\x9d'), (True, b'\x9e\x9d'), (True, b'\x9e\x9d'), (True, b'\x9e\x9d')]

# --- encodings: characters across the ends of pieces
for c in kinds[1:]:
    for shift in range(5):
        text = 'x' * shift + c * edge
        data = text.encode()
        if data.decode() != text or len(data) != shift + edge * len(c.encode()):
            print('wrong', ascii(c), shift)
for bad in (b'\xc3\xa9' * edge + b'\xff', b'\xc3\xa9' * edge + b'\xc3', b'x' + b'\xe4\xb8\x80' * edge + b'\xed\xa0\x80'):
    try:
        bad.decode()
    except UnicodeDecodeError as e:
        print(e.start, e.end, e.reason, len(bad.decode('utf-8', 'replace')), len(bad.decode('utf-8', 'surrogateescape')))
# expect: 131072 131073 invalid start byte 65537 65537
# expect: 131072 131073 unexpected end of data 65537 65537
# expect: 196609 196610 invalid continuation byte 65540 65540
for text in ('\xe9' * edge + '\ud800' * 3 + 'x', '\u4e00' * edge + '\udc80'):
    try:
        text.encode()
    except UnicodeEncodeError as e:
        print(e.start, e.end, len(text.encode('utf-8', 'surrogatepass')), len(text.encode('cp1252', 'ignore')),
              len(text.encode('ascii', 'replace')))
# expect: 65536 65539 131082 65537 65540
# expect: 65536 65537 196611 0 65537

# --- numbers
print(int('\u0663' * 50), int(' ' * edge + '1_0' + ' ' * edge), int('f' * edge, 16) == (1 << 4 * edge) - 1,
      int('1_' * edge + '1', 2).bit_length())  # expect: 33333333333333333333333333333333333333333333333333 10 True 65537
for text in ('1' * edge + 'x', 'f' * edge + '_', '_' + '1' * edge, '1__1', '', '0x', '0x_', '-'):
    try:
        print(int(text, 16))
    except ValueError as e:
        print(str(e)[:60])
# expect: invalid literal for int() with base 16: '1111111111111111111
# expect: invalid literal for int() with base 16: 'fffffffffffffffffff
# expect: invalid literal for int() with base 16: '_111111111111111111
# expect: invalid literal for int() with base 16: '1__1'
# expect: invalid literal for int() with base 16: ''
# expect: invalid literal for int() with base 16: '0x'
# expect: invalid literal for int() with base 16: '0x_'
# expect: invalid literal for int() with base 16: '-'
print(float(' ' * edge + '1.5' + '\t' * edge), complex(' ' * edge + '(1+2j)' + ' ' * edge), float('\u0661\u0662.\u0665'))  # expect: 1.5 (1+2j) 12.5
for n in list(range(20)) + [63, 64, 65, 1000, 1001]:
    data = bytes((i * 37 + 11) % 256 for i in range(n))
    for order in ('little', 'big'):
        for signed in (False, True):
            number = int.from_bytes(data, order, signed=signed)
            digits = data if order == 'big' else data[::-1]
            plain = int(binascii.hexlify(digits) or b'0', 16)
            expected = plain - (1 << 8 * n) if signed and n and digits[0] & 128 else plain
            longer = number.to_bytes(n + 9, order, signed=signed)
            again = int.from_bytes(longer, order, signed=signed)
            if number != expected or again != number or number.to_bytes(n, order, signed=signed) != data:
                print('wrong', n, order, signed)
print((-1).to_bytes(17, 'big', signed=True) == b'\xff' * 17, (1 << 71).to_bytes(9, 'little'), (1 << 71).to_bytes(10, 'big'))  # expect: True b'\x00\x00\x00\x00\x00\x00\x00\x00\x80' b'\x00\x80\x00\x00\x00\x00\x00\x00\x00\x00'

# --- bytearray grows in place
a = bytearray(b'abc')
a *= edge
print(len(a), a[-4:], a[:4])  # expect: 196608 bytearray(b'cabc') bytearray(b'abca')
a *= 0
print(a)  # expect: bytearray(b'')

# --- binascii
for data in (b'=3D=\nx', b'a=\r\nb', b'a=\rb', b'a=\n', b'a=', b'=\n=\n=41'):
    print(binascii.a2b_qp(data))
# expect: b'=x'
# expect: b'ab'
# expect: b'a'
# expect: b'a'
# expect: b'a'
# expect: b'A'
long = bytes(range(256)) * 600
print(binascii.a2b_base64(binascii.b2a_base64(long)) == long, binascii.unhexlify(binascii.hexlify(long)) == long,
      binascii.a2b_hqx(binascii.b2a_hqx(long[:-2]) + b':')[0] == long[:-2],
      binascii.rledecode_hqx(binascii.rlecode_hqx(long)) == long, binascii.crc32(long), binascii.crc_hqx(long, 0))  # expect: True True True True 2357693651 64653
print(binascii.a2b_uu(b'!  ' + b' `\r\n' * edge))  # expect: b'\x00'
try:
    binascii.a2b_uu(b'!  ' + b' ' * edge + b'!')
except binascii.Error as e:
    print(e)  # expect: Trailing garbage
