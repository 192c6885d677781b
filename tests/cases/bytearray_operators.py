from _cases import *

run(r"""
bytearray(b'') + b''
bytearray(b'') + b'aaaa'
bytearray(b'') + 5
bytearray(b'') + None
bytearray(b'') != b''
bytearray(b'') != None
bytearray(b'') >= b'a'
bytearray(b'') not in b'aaaa'
bytearray(b'a') < 97
bytearray(b'a') >= 97
bytearray(b'a') in b'aaaa'
bytearray(b'a') in b' a  b\t\n\x0b'
bytearray(b'abcabc') + 5
bytearray(b'abcabc') + None
bytearray(b'abcabc') == bytearray(b'abcabc')
bytearray(b'abcabc') == memoryview(b'a')
bytearray(b'abcabc') != 'a'
bytearray(b'abcabc') != 97
bytearray(b'abcabc') != Bad()
bytearray(b'aaaa') == Bad()
bytearray(b'aaaa') != b'a'
bytearray(b'aaaa') != memoryview(b'a')
bytearray(b'aaaa') < b''
bytearray(b' a  b\t\n\x0b') + 97
bytearray(b' a  b\t\n\x0b') >= None
bytearray(b'\x00\xff\x80') == bytearray(b'abcabc')
bytearray(b'\x00\xff\x80') < b'aaaa'
bytearray(b'\x00\xff\x80') in b'abcabc'
bytearray(b'\x00\xff\x80') in bytearray(b'abcabc')
bytearray(b'\x00\xff\x80') not in b'abcabc'
bytearray(b'\x00\xff\x80') not in None
bytearray(b'Hello wORLD') >= b''
bytearray(b'Hello wORLD') >= memoryview(b'a')
bytearray(b'Hello wORLD') >= 5
bytearray(b'Hello wORLD') in b'a'
bytearray(b'Hello wORLD') in b' a  b\t\n\x0b'
bytearray(b'Hello wORLD') not in b'abcabc'
bytearray(b'ab') * 0
bytearray(b'ab') * 1
bytearray(b'ab') * -1
bytearray(b'ab') * 2
bytearray(b'ab') * -3
bytearray(b'ab') * 7
bytearray(b'ab') * sys.maxsize
bytearray(b'ab') * -sys.maxsize - 1
bytearray(b'ab') * 2**70
bytearray(b'ab') * -2**70
bytearray(b'ab') * True
bytearray(b'ab') * Idx(2)
bytearray(b'ab') * Bad()
bytearray(b'ab') * None
bytearray(b'ab') * 1.5
bytearray(b'ab') * '1'
5 in bytearray(b'\x05')
256 in bytearray(b'')
'a' in bytearray(b'a')
b'' in bytearray(b'')
it(bytearray(b'ab'))
bytearray(b'ab') == 'ab'
bytearray(b'a').__imul__(2)
bytearray(b'a').__imul__('a')
bytearray(b'a').__imul__(1.5)
bytearray(b'a').__imul__(None)
bytearray(b'a').__iadd__(1)
bytearray(b'a').__iadd__('a')
""")
