import io
import marshal

for value in (1, 2**40, -2**100, 1.5, 1+2j, 'abc', 'é', b'xx', (), (1, 2), [1, [2]], {1: 2}, {3}, frozenset([4]), None, True, ...,
              StopIteration, '\ud800', 'a' * 300, 2**31, -2**31, 10**50, float('inf')):
    for version in range(5):
        assert marshal.loads(marshal.dumps(value, version)) == value, (value, version)
itself = []
itself.append(itself)
again = marshal.loads(marshal.dumps(itself))
print(again[0] is again)  # expect: True
code = compile('def f(a, *b, c=1):\n    return lambda: (a, b, c, "text", 1.5, 2**70)\n', 'name.py', 'exec')
space = {}
exec(marshal.loads(marshal.dumps(code)), space)
print(space['f'](1, 2)()[:3])  # expect: (1, (2,), 1)
file = io.BytesIO()
marshal.dump([1, 2], file)
marshal.dump('x', file)
file.seek(0)
print(marshal.load(file), marshal.load(file))  # expect: [1, 2] x


def attempt(data):
    try:
        return repr(marshal.loads(data))
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(b''))  # expect: EOFError: EOF read where object expected
print(attempt(b'i\1\0'))  # expect: EOFError: marshal data too short
print(attempt(b'l\1\0\0\0\xff\xff'))  # expect: ValueError: bad marshal data (digit out of range in long)
print(attempt(b'l\1\0\0\0\0\0'))  # expect: ValueError: bad marshal data (unnormalized long data)
print(attempt(b'[\xff\xff\xff\xff'))  # expect: ValueError: bad marshal data (list size out of range)
print(attempt(b'r\0\0\0\0'))  # expect: ValueError: bad marshal data (invalid reference)
print(attempt(b'Q'))  # expect: ValueError: bad marshal data (unknown type code)
print(attempt(b'0'))  # expect: TypeError: NULL object in marshal data for object
print(attempt(b'(\1\0\0\x000'))  # expect: TypeError: NULL object in marshal data for tuple
print(attempt(b'\xdb\1\0\0\0r\0\0\0\0'))  # expect: [[...]]
print(attempt(b'<\1\0\0\0[\0\0\0\0'))  # expect: TypeError: unhashable type: 'list'
print(attempt(b'\xbe\1\0\0\0r\0\0\0\0'))  # expect: ValueError: bad marshal data (invalid reference)
print(attempt(b'[\1\0\0\0' * 3000))  # expect: ValueError: recursion limit exceeded
try:
    marshal.dumps(object())
except ValueError as error:
    print(error)  # expect: unmarshallable object
