def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(b' a '.strip(), b'xax'.strip(b'x'), b' a '.lstrip(), b' a '.rstrip(), b'a'.center(4), b'a'.ljust(3, b'.'), b'a'.rjust(3, b'.'), b'-4'.zfill(4), b'a\tb'.expandtabs(4))  # expect: b'a' b'a' b'a ' b' a' b' a  ' b'a..' b'..a' b'-004' b'a   b'
print(attempt(lambda: b'a'.strip('a')))  # expect: TypeError: a bytes-like object is required, not 'str'
print(attempt(lambda: b'a'.center(5, 'x')))  # expect: TypeError: center() argument 2 must be a byte string of length 1, not str
print(attempt(lambda: b'a'.center(5, b'xy')))  # expect: TypeError: center() argument 2 must be a byte string of length 1, not bytes
