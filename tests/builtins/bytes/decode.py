def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(b'abc'.decode(), b'caf\xc3\xa9'.decode('utf-8'), b'\xe9'.decode('latin-1'), b'a\xffb'.decode('utf-8', 'replace'), b'a\xffb'.decode('utf-8', 'ignore'), b'a\xffb'.decode('utf-8', 'backslashreplace'), ascii(b'a\xffb'.decode('utf-8', 'surrogateescape')), b'\xff\xfea\x00'.decode('utf-16'), b'a\x00b\x00'.decode('utf-16-le'))  # expect: abc café é a�b ab a\xffb 'a\udcffb' a ab
print(attempt(lambda: b'\xff'.decode()))  # expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
print(attempt(lambda: b'a\xc3'.decode()))  # expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc3 in position 1: unexpected end of data
print(attempt(lambda: b'\xed\xa0\x80'.decode()))  # expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte
print(attempt(lambda: b'\xf4\x90\x80\x80'.decode()))  # expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xf4 in position 0: invalid continuation byte
print(attempt(lambda: b'\xc0\x80'.decode()))  # expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte
print(attempt(lambda: b'\x80'.decode('ascii')))  # expect: UnicodeDecodeError: 'ascii' codec can't decode byte 0x80 in position 0: ordinal not in range(128)
print(attempt(lambda: b'a'.decode('zzz')))  # expect: LookupError: unknown encoding: zzz
print(attempt(lambda: b'abc'.decode('utf-16')))  # expect: UnicodeDecodeError: 'utf-16-le' codec can't decode byte 0x63 in position 2: truncated data
