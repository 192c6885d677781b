def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(b'aaa'.replace(b'a', b'b'), b'aaa'.replace(b'a', b'bc', 2), b'abc'.replace(b'', b'-'), b'abc'.translate(bytes.maketrans(b'ab', b'xy')), b'abc'.translate(None, b'b'), b'abc'.translate(bytes.maketrans(b'a', b'z'), delete=b'c'))  # expect: b'bbb' b'bcbca' b'-a-b-c-' b'xyc' b'ac' b'zb'
print(b'abc'.startswith(b'a'), b'abc'.endswith((b'x', b'c')), b'abc'.startswith(b'b', 1))  # expect: True True True
print(attempt(lambda: b'a'.replace('a', 'b')))  # expect: TypeError: a bytes-like object is required, not 'str'
print(attempt(lambda: b'a'.translate(b'short')))  # expect: ValueError: translation table must be 256 characters long
print(attempt(lambda: bytes.maketrans(b'a', b'bc')))  # expect: ValueError: maketrans arguments must have same length
print(attempt(lambda: b'a'.startswith('a')))  # expect: TypeError: startswith first arg must be bytes or a tuple of bytes, not str
