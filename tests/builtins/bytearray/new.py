def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(bytearray(), bytearray(2), bytearray(b'a'), bytearray([1, 2]), bytearray('é', 'latin-1'), bytearray(bytearray(b'z')))  # expect: bytearray(b'') bytearray(b'\x00\x00') bytearray(b'a') bytearray(b'\x01\x02') bytearray(b'\xe9') bytearray(b'z')
print(attempt(lambda: bytearray('a')))  # expect: TypeError: string argument without an encoding
print(attempt(lambda: bytearray([256])))  # expect: ValueError: byte must be in range(0, 256)
print(attempt(lambda: bytearray(-1)))  # expect: ValueError: negative count
print(attempt(lambda: bytearray(1.5)))  # expect: TypeError: 'float' object is not iterable
b = bytearray(b'Hello')
print(b.upper(), b.find(b'l'), b.split(b'l'), b.decode(), b.replace(b'l', b'L'), b[1], b[1:3], type(b[1:3]).__name__, b.join([b'a', b'b']), b.isalpha(), b.startswith(b'H'), 101 in b)  # expect: bytearray(b'HELLO') 2 [bytearray(b'He'), bytearray(b''), bytearray(b'o')] Hello bytearray(b'HeLLo') 101 bytearray(b'el') bytearray bytearray(b'aHellob') True True True
