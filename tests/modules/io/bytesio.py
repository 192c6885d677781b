import io


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


b = io.BytesIO(b'hello\nworld')
print(b.read(2), b.readline(), b.tell(), b.read(), b.seek(0), b.getvalue(), b.readlines(), b.write(b'!'), b.getvalue(), b.seek(-3, 2), b.read(), b.seek(0), b.read1(3))  # expect: b'he' b'llo\n' 6 b'world' 0 b'hello\nworld' [b'hello\n', b'world'] 1 b'hello\nworld!' 9 b'ld!' 0 b'hel'
buf = bytearray(3)
b.seek(0)
print(b.readinto(buf), buf, b.truncate(4), b.getvalue(), bytes(b.getbuffer()))  # expect: 3 bytearray(b'hel') 4 b'hell' b'hell'
b.seek(10)
b.write(b'x')
print(b.getvalue())  # expect: b'hell\x00\x00\x00\x00\x00\x00x'
print(attempt(lambda: b.write('a')))  # expect: TypeError: a bytes-like object is required, not 'str'
print(attempt(lambda: io.BytesIO('a')))  # expect: TypeError: a bytes-like object is required, not 'str'
print(attempt(lambda: b.seek(-5)))  # expect: ValueError: negative seek value -5
t = io.TextIOWrapper(io.BytesIO(b'caf\xc3\xa9\r\nx'), encoding='utf-8')
print(t.read(), t.encoding)  # expect: café
# expect: x utf-8
