def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(b'%d %s %r %a %c %x' % (5, b'ab', 'x', 'é', 65, 255), b'%5.1f|%-4d|' % (1.25, 3), b'%(a)b' % {b'a': b'z'}, b'%b' % bytearray(b'q'), b'%%' % ())  # expect: b"5 ab 'x' '\\xe9' A ff" b'  1.2|3   |' b'z' b'q' b'%'
print(attempt(lambda: b'%s' % 'a'))  # expect: TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
print(attempt(lambda: b'%b' % 5))  # expect: TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'int'
print(attempt(lambda: b'%c' % 256))  # expect: OverflowError: %c arg not in range(256)
print(attempt(lambda: b'%d' % 'a'))  # expect: TypeError: %d format: a number is required, not str
print(attempt(lambda: b'%z' % 1))  # expect: ValueError: unsupported format character 'z' (0x7a) at index 1
