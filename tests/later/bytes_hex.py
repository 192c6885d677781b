# hex() of bytes, bytearray and memoryview with a separator.
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


for kind in bytes, bytearray, memoryview:
    print(kind(b'\x01\xab\xff').hex(), kind(b'\x01\xab\xff').hex(':'), kind(b'\x01\xab\xff').hex(b'-'))
    print(kind(b'abcde').hex(':', 2), kind(b'abcde').hex(':', -2), kind(b'abcde').hex(sep=' ', bytes_per_sep=3))
    print(kind(b'abcd').hex(':', 2), kind(b'abcd').hex(':', -2), kind(b'abcd').hex(':', 4), kind(b'abcd').hex(':', 9))
    print(kind(b'abcd').hex(':', 0), kind(b'abcd').hex(bytes_per_sep=2), repr(kind(b'').hex(':')))
    print(error(kind(b'ab').hex, ''))
    print(error(kind(b'ab').hex, '::'))
    print(error(kind(b'').hex, '::'))
    print(error(kind(b'ab').hex, '\xe9'))
    print(error(kind(b'ab').hex, '\u20ac'))
    print(error(kind(b'ab').hex, b'\xff'))
    print(error(kind(b'ab').hex, 1))
    print(error(kind(b'ab').hex, None))
    print(error(kind(b'ab').hex, [1]))
    print(error(kind(b'ab').hex, ':', 'x'))
    print(error(kind(b'ab').hex, ':', 2 ** 31))
    print(error(kind(b'ab').hex, ':', 10 ** 30))
# expect: 01abff 01:ab:ff 01-ab-ff
# expect: 61:6263:6465 6162:6364:65 6162 636465
# expect: 6162:6364 6162:6364 61626364 61626364
# expect: 61626364 61626364 ''
# expect: ValueError: sep must be length 1.
# expect: ValueError: sep must be length 1.
# expect: ValueError: sep must be length 1.
# expect: ValueError: sep must be ASCII.
# expect: ValueError: sep must be ASCII.
# expect: ValueError: sep must be ASCII.
# expect: TypeError: object of type 'int' has no len()
# expect: TypeError: object of type 'NoneType' has no len()
# expect: TypeError: sep must be str or bytes.
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: OverflowError: Python int too large to convert to C int
# expect: OverflowError: Python int too large to convert to C int
# expect: 01abff 01:ab:ff 01-ab-ff
# expect: 61:6263:6465 6162:6364:65 6162 636465
# expect: 6162:6364 6162:6364 61626364 61626364
# expect: 61626364 61626364 ''
# expect: ValueError: sep must be length 1.
# expect: ValueError: sep must be length 1.
# expect: ValueError: sep must be length 1.
# expect: ValueError: sep must be ASCII.
# expect: ValueError: sep must be ASCII.
# expect: ValueError: sep must be ASCII.
# expect: TypeError: object of type 'int' has no len()
# expect: TypeError: object of type 'NoneType' has no len()
# expect: TypeError: sep must be str or bytes.
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: OverflowError: Python int too large to convert to C int
# expect: OverflowError: Python int too large to convert to C int
# expect: 01abff 01:ab:ff 01-ab-ff
# expect: 61:6263:6465 6162:6364:65 6162 636465
# expect: 6162:6364 6162:6364 61626364 61626364
# expect: 61626364 61626364 ''
# expect: ValueError: sep must be length 1.
# expect: ValueError: sep must be length 1.
# expect: ValueError: sep must be length 1.
# expect: ValueError: sep must be ASCII.
# expect: ValueError: sep must be ASCII.
# expect: ValueError: sep must be ASCII.
# expect: TypeError: object of type 'int' has no len()
# expect: TypeError: object of type 'NoneType' has no len()
# expect: TypeError: sep must be str or bytes.
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: OverflowError: Python int too large to convert to C int
# expect: OverflowError: Python int too large to convert to C int
print(len(bytes(1000).hex('-')), bytes(1000).hex('-', 500)[998:1004], bytes(1001).hex('-', -500).count('-'))  # expect: 2999 00-000 2
print(memoryview(b'abcdef')[::2].hex('.'))  # expect: 61.63.65
view = memoryview(bytearray(b'ab'))
fixed = view.toreadonly()
print(view.readonly, fixed.readonly, fixed.obj == view.obj, fixed == view)  # expect: False True True True
view[0] = 120
print(bytes(fixed))  # expect: b'xb'
print(error(fixed.__setitem__, 0, 1))  # expect: TypeError: cannot modify read-only memory
view.release()
print(error(view.toreadonly))  # expect: ValueError: operation forbidden on released memoryview object
