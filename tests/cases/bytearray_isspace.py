from _cases import *

run(r"""
bytearray(b'').isspace()
bytearray(b'a').isspace()
bytearray(b'abcabc').isspace()
bytearray(b'aaaa').isspace()
bytearray(b' a  b\t\n\x0b').isspace()
bytearray(b'\x00\xff\x80').isspace()
bytearray(b'Hello wORLD').isspace()
bytearray(b'123').isspace()
bytearray(SBytes(b'aXbX')).isspace()
bytearray(b'ab' * 60).isspace()
bytearray(b'\xc3\xa9').isspace()
bytearray(b'a').isspace(1)
""")
