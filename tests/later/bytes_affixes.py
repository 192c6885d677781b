# bytes and bytearray: removeprefix, removesuffix, isascii.
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


for kind in bytes, bytearray:
    print(kind(b'abcabc').removeprefix(b'abc'), kind(b'abcabc').removesuffix(b'abc'))
    print(kind(b'abc').removeprefix(b'bc'), kind(b'abc').removesuffix(b'ab'))
    print(kind(b'abc').removeprefix(b''), kind(b'').removesuffix(b'x'))
    print(kind(b'abc').removeprefix(bytearray(b'a')), kind(b'abc').removesuffix(memoryview(b'bc')))
    print(kind(b'abc').isascii(), kind(b'').isascii(), kind(b'\x7f').isascii(), kind(b'a\x80').isascii())
    print(error(kind(b'a').removeprefix, 'a'))
    print(error(kind(b'a').removesuffix, 1))
    print(error(kind(b'a').removeprefix, (b'a',)))
# expect: b'abc' b'abc'
# expect: b'abc' b'abc'
# expect: b'abc' b''
# expect: b'bc' b'a'
# expect: True True True False
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: a bytes-like object is required, not 'tuple'
# expect: bytearray(b'abc') bytearray(b'abc')
# expect: bytearray(b'abc') bytearray(b'abc')
# expect: bytearray(b'abc') bytearray(b'')
# expect: bytearray(b'bc') bytearray(b'a')
# expect: True True True False
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: a bytes-like object is required, not 'tuple'
data = b'unchanged'
print(data.removeprefix(b'x') is data, data.removesuffix(b'x') is data)  # expect: True True
array = bytearray(b'unchanged')
print(array.removeprefix(b'x') is array, array.removesuffix(b'd'))  # expect: False bytearray(b'unchange')
array.append(33)
print(array)  # expect: bytearray(b'unchanged!')
