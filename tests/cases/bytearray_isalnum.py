from _cases import *

run(r"""
bytearray(b'').isalnum()
bytearray(b'a').isalnum()
bytearray(b'abcabc').isalnum()
bytearray(b'aaaa').isalnum()
bytearray(b' a  b\t\n\x0b').isalnum()
bytearray(b'\x00\xff\x80').isalnum()
bytearray(b'Hello wORLD').isalnum()
bytearray(b'123').isalnum()
bytearray(SBytes(b'aXbX')).isalnum()
bytearray(b'ab' * 60).isalnum()
bytearray(b'\xc3\xa9').isalnum()
bytearray(b'a').isalnum(1)
""")
