from _cases import *

run(r"""
bytearray(b'').isupper()
bytearray(b'a').isupper()
bytearray(b'abcabc').isupper()
bytearray(b'aaaa').isupper()
bytearray(b' a  b\t\n\x0b').isupper()
bytearray(b'\x00\xff\x80').isupper()
bytearray(b'Hello wORLD').isupper()
bytearray(b'123').isupper()
bytearray(SBytes(b'aXbX')).isupper()
bytearray(b'ab' * 60).isupper()
bytearray(b'\xc3\xa9').isupper()
bytearray(b'a').isupper(1)
""")
