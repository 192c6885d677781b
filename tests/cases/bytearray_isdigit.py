from _cases import *

run(r"""
bytearray(b'').isdigit()
bytearray(b'a').isdigit()
bytearray(b'abcabc').isdigit()
bytearray(b'aaaa').isdigit()
bytearray(b' a  b\t\n\x0b').isdigit()
bytearray(b'\x00\xff\x80').isdigit()
bytearray(b'Hello wORLD').isdigit()
bytearray(b'123').isdigit()
bytearray(SBytes(b'aXbX')).isdigit()
bytearray(b'ab' * 60).isdigit()
bytearray(b'\xc3\xa9').isdigit()
bytearray(b'a').isdigit(1)
""")
