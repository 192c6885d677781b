# Strings and bytes in all three storage widths, formatting, codecs, conversions.
words = 'the quick brown □■ fox \U0001f600'.split()
assert ' '.join(words).upper().title()
assert '{:>8}|{!r:<6}|{:08.3f}|{:,}'.format('a', 'b', 3.14159, 1234567) == "       a|'b'   |0003.142|1,234,567"
assert '%s %r %5.2f %x %c' % ('a', 'b', 2.5, 255, 'z') == "a 'b'  2.50 ff z"
name = 'x'
assert f'{name!r:>5} {len(words):03d}' == "  'x' 006"
data = ' '.join(words).encode('utf-8')
assert data.decode('utf-8') == ' '.join(words)
assert 'ä'.encode('latin-1') == b'\xe4' and 'abc'.encode('utf-16')[2:] == b'a\0b\0c\0'
try:
    b'\xff'.decode('utf-8')
except UnicodeDecodeError as error:
    assert error.start == 0
buffer = bytearray(b'abc')
buffer.extend(b'defg' * 10)
buffer[1:3] = b'XYZ'
view = memoryview(buffer)[2:8]
assert bytes(view) == b'YZdefg'
view.release()
assert 'a-b-c'.replace('-', '+' * 20).partition('+')[0] == 'a'
assert 'abc'.translate(str.maketrans('ab', 'xy')) == 'xyc'
assert int('123456789012345678901234567890') + 1 == 123456789012345678901234567891
assert str(2 ** 200)[:5] == '16069' and float('1e10') == 1e10 and repr(0.1) == '0.1'
assert (3 ** 100 // 7 ** 20) % 1000 == pow(3, 100) // pow(7, 20) % 1000
assert complex('1+2j') * 2 == 2 + 4j
total = ''
for n in range(50):
    total += str(n)
assert len(total) == 90
