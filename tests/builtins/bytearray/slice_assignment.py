def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


b = bytearray(range(10))
b[::2] = b'AAAAA'
print(b)  # expect: bytearray(b'A\x01A\x03A\x05A\x07A\t')
b[2:4] = []
print(b)  # expect: bytearray(b'A\x01A\x05A\x07A\t')
b[5:5] = (1, 2)
print(b)  # expect: bytearray(b'A\x01A\x05A\x01\x02\x07A\t')
def bad(value, part=slice(0, 4, 2)):
    b[part] = value
print(attempt(lambda: bad(b'123')))  # expect: ValueError: attempt to assign bytes of size 3 to extended slice of size 2
print(attempt(lambda: bad('ab')))  # expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
print(attempt(lambda: bad(5)))  # expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
b[1:1] = b
print(b)  # expect: bytearray(b'AA\x01A\x05A\x01\x02\x07A\t\x01A\x05A\x01\x02\x07A\t')
def item(value, index=0):
    b[index] = value
print(attempt(lambda: item(256)))  # expect: ValueError: byte must be in range(0, 256)
print(attempt(lambda: item('a')))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(lambda: item(1, 100)))  # expect: IndexError: bytearray index out of range
b[:] = b''
print(b)  # expect: bytearray(b'')
