def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


b = bytearray(b'abc')
b.append(100); b.extend(b'ef'); b.extend([103]); b.insert(0, 65); b.insert(100, 90)
print(b)  # expect: bytearray(b'AabcdefgZ')
print(b.pop(), b.pop(0), b)  # expect: 90 65 bytearray(b'abcdefg')
b.remove(98); b.reverse()
print(b)  # expect: bytearray(b'gfedca')
b[0] = 88; b[1:3] = b'12345'; b += b'!'; del b[0]; del b[::2]
print(b, len(b), b.copy() is b, b.copy() == b)  # expect: bytearray(b'24da') 4 False True
b *= 2
print(b)  # expect: bytearray(b'24da24da')
b.clear()
print(b)  # expect: bytearray(b'')
print(attempt(lambda: b.pop()))  # expect: IndexError: pop from empty bytearray
print(attempt(lambda: b.remove(5)))  # expect: ValueError: value not found in bytearray
print(attempt(lambda: b.append(256)))  # expect: ValueError: byte must be in range(0, 256)
print(attempt(lambda: b.append('a')))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(lambda: b.extend('a')))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(lambda: b.extend([300])))  # expect: ValueError: byte must be in range(0, 256)
print(attempt(lambda: hash(b)))  # expect: TypeError: unhashable type: 'bytearray'
