def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(bytes(), bytes(3), bytes([1, 2, 255]), bytes('é', 'utf-8'), bytes('a', encoding='ascii'), bytes(b'x'), bytes(bytearray(b'y')), bytes(range(3)), bytes(x for x in [65]), bytes((1,)))  # expect: b'' b'\x00\x00\x00' b'\x01\x02\xff' b'\xc3\xa9' b'a' b'x' b'y' b'\x00\x01\x02' b'A' b'\x01'
print(attempt(lambda: bytes('a')))  # expect: TypeError: string argument without an encoding
print(attempt(lambda: bytes(-1)))  # expect: ValueError: negative count
print(attempt(lambda: bytes([256])))  # expect: ValueError: bytes must be in range(0, 256)
print(attempt(lambda: bytes(['a'])))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(lambda: bytes(5, 'utf-8')))  # expect: TypeError: encoding without a string argument
print(attempt(lambda: bytes(1.5)))  # expect: TypeError: cannot convert 'float' object to bytes
print(attempt(lambda: bytes(None)))  # expect: TypeError: cannot convert 'NoneType' object to bytes
print(attempt(lambda: bytes('é', 'ascii')))  # expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
class B:
    def __bytes__(self):
        return b'B!'
class Bad:
    def __bytes__(self):
        return 'x'
print(bytes(B()))  # expect: b'B!'
print(attempt(lambda: bytes(Bad())))  # expect: TypeError: __bytes__ returned non-bytes (type str)
