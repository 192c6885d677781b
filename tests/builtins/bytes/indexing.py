def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


b = b'hello'
print(b[0], b[-1], b[1:3], b[::-1], b[5:], list(b), 104 in b, b'ell' in b, b'' in b, len(b), b[::2])  # expect: 104 111 b'el' b'olleh' b'' [104, 101, 108, 108, 111] True True True 5 b'hlo'
print(attempt(lambda: b[5]))  # expect: IndexError: index out of range
print(attempt(lambda: b['a']))  # expect: TypeError: byte indices must be integers or slices, not str
print(attempt(lambda: 256 in b))  # expect: ValueError: byte must be in range(0, 256)
print(attempt(lambda: 'a' in b))  # expect: TypeError: a bytes-like object is required, not 'str'
print(attempt(lambda: b[1.5]))  # expect: TypeError: byte indices must be integers or slices, not float
def assign():
    b[0] = 1
print(attempt(lambda: assign()))  # expect: TypeError: 'bytes' object does not support item assignment
