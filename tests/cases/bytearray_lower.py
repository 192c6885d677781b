from _cases import *

run(r"""
bytearray(b'').lower()
bytearray(b'a').lower()
bytearray(b'abcabc').lower()
bytearray(b'aaaa').lower()
bytearray(b' a  b\t\n\x0b').lower()
bytearray(b'\x00\xff\x80').lower()
bytearray(b'Hello wORLD').lower()
bytearray(b'123').lower()
bytearray(SBytes(b'aXbX')).lower()
bytearray(b'ab' * 60).lower()
bytearray(b'\xc3\xa9').lower()
bytearray(b'a').lower(1)
""")
