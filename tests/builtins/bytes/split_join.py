def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(b' a  b '.split(), b'a,b,,c'.split(b','), b'a,b,c'.rsplit(b',', 1), b'a\nb\r\nc'.splitlines(), b'a\n'.splitlines(True), b','.join([b'a', bytearray(b'b')]), b''.join([]), b'a.b'.partition(b'.'), b'a.b.c'.rpartition(b'.'))  # expect: [b'a', b'b'] [b'a', b'b', b'', b'c'] [b'a,b', b'c'] [b'a', b'b', b'c'] [b'a\n'] b'a,b' b'' (b'a', b'.', b'b') (b'a.b', b'.', b'c')
print(attempt(lambda: b','.join(['a'])))  # expect: TypeError: sequence item 0: expected a bytes-like object, str found
print(attempt(lambda: b','.join([1])))  # expect: TypeError: sequence item 0: expected a bytes-like object, int found
print(attempt(lambda: b'a'.split('a')))  # expect: TypeError: a bytes-like object is required, not 'str'
print(attempt(lambda: b'a'.split(b'')))  # expect: ValueError: empty separator
print(attempt(lambda: b'a'.partition(b'')))  # expect: ValueError: empty separator
