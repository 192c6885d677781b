import io


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


s = io.StringIO('line1\nline2\nline3')
print(s.read(3), s.readline(), s.tell(), list(s), s.read(), s.seek(0), s.readlines(), s.getvalue(), s.seek(0, 2), s.write('!'), s.getvalue()[-3:])  # expect: lin e1
# expect:  6 ['line2\n', 'line3']  0 ['line1\n', 'line2\n', 'line3'] line1
# expect: line2
# expect: line3 17 1 e3!
s.seek(2)
print(s.truncate(), s.getvalue(), s.closed, s.readable(), s.writable(), s.seekable())  # expect: 2 li False True True True
with io.StringIO() as f:
    f.write('abc')
    f.writelines(['d', 'e'])
    print(f.getvalue(), end='|\n')  # expect: abcde|
    print('into', file=f)
    print(repr(f.getvalue()))  # expect: 'abcdeinto\n'
print(f.closed)  # expect: True
print(attempt(lambda: f.read()))  # expect: ValueError: I/O operation on closed file
print(attempt(lambda: io.StringIO(5)))  # expect: TypeError: initial_value must be str or None, not int
print(attempt(lambda: io.StringIO().write(b'a')))  # expect: TypeError: string argument expected, got 'bytes'
print(attempt(lambda: io.StringIO().seek(-1)))  # expect: ValueError: Negative seek position -1
print(repr(io.StringIO('a\r\nb').read()), repr(io.StringIO('a\r\nb', newline=None).read()))  # expect: 'a\r\nb' 'a\nb'
