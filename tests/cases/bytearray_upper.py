from _cases import *

run(r"""
bytearray(b'').upper()
bytearray(b'a').upper()
bytearray(b'abcabc').upper()
bytearray(b'aaaa').upper()
bytearray(b' a  b\t\n\x0b').upper()
bytearray(b'\x00\xff\x80').upper()
bytearray(b'Hello wORLD').upper()
bytearray(b'123').upper()
bytearray(SBytes(b'aXbX')).upper()
bytearray(b'ab' * 60).upper()
bytearray(b'\xc3\xa9').upper()
bytearray(b'a').upper(1)
""")
