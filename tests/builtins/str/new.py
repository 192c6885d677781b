def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(str(), str(5), str(b'abc'), str(b'caf\xc3\xa9', 'utf-8'), str(b'\xff', 'latin-1'), str(b'\xff', 'utf-8', 'replace'), str(object=3), str(b'a', encoding='ascii'))  # expect:  5 b'abc' café ÿ � 3 a
print(attempt(lambda: str(b'\xff', 'utf-8')))  # expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
print(attempt(lambda: str('a', 'utf-8')))  # expect: TypeError: decoding str is not supported
print(attempt(lambda: str(5, 'utf-8')))  # expect: TypeError: decoding to str: need a bytes-like object, int found
print(attempt(lambda: str(b'a', 'nonsense')))  # expect: LookupError: unknown encoding: nonsense
class A:
    def __str__(self):
        return 'A!'
class B:
    def __str__(self):
        return 5
class C:
    def __repr__(self):
        return 'C?'
print(str(A()), str(C()), '%s %r' % (C(), C()))  # expect: A! C? C? C?
print(attempt(lambda: str(B())))  # expect: TypeError: __str__ returned non-string (type int)
