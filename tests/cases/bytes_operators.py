from _cases import *

run(r"""
b'' + b'aaaa'
b'' < bytearray(b'abcabc')
b'a' == memoryview(b'a')
b'a' < bytearray(b'abcabc')
b'a' < 5
b'a' >= b'abcabc'
b'a' >= None
b'a' in b'a'
b'a' in bytearray(b'abcabc')
b'a' not in b''
b'abcabc' + 5
b'abcabc' + 97
b'abcabc' != 5
b'abcabc' < b'abcabc'
b'abcabc' >= b'a'
b'abcabc' >= b' a  b\t\n\x0b'
b'abcabc' >= None
b'abcabc' >= 'a'
b'abcabc' not in Bad()
b'aaaa' == 'a'
b'aaaa' == 97
b'aaaa' in b'a'
b' a  b\t\n\x0b' + b'abcabc'
b' a  b\t\n\x0b' == None
b' a  b\t\n\x0b' < bytearray(b'abcabc')
b' a  b\t\n\x0b' < 97
b' a  b\t\n\x0b' >= b''
b' a  b\t\n\x0b' not in b''
b' a  b\t\n\x0b' not in b'aaaa'
b'\x00\xff\x80' == bytearray(b'abcabc')
b'\x00\xff\x80' == Bad()
b'\x00\xff\x80' != b' a  b\t\n\x0b'
b'\x00\xff\x80' >= b'a'
b'\x00\xff\x80' >= memoryview(b'a')
b'\x00\xff\x80' >= Bad()
b'\x00\xff\x80' not in 5
b'Hello wORLD' + Bad()
b'Hello wORLD' == b'abcabc'
b'Hello wORLD' == 97
b'Hello wORLD' != 97
b'ab' * 0
b'ab' * 1
b'ab' * -1
b'ab' * 2
b'ab' * -3
b'ab' * 7
b'ab' * sys.maxsize
b'ab' * -sys.maxsize - 1
b'ab' * 2**70
b'ab' * -2**70
b'ab' * True
b'ab' * Idx(2)
b'ab' * Bad()
b'ab' * None
b'ab' * 1.5
b'ab' * '1'
5 in b'\x05'
256 in b''
'a' in b'a'
b'' in b''
it(b'ab')
b'ab' == 'ab'
b'a'.__mul__(1.5)
""")
