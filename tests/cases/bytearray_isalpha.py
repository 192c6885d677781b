from _cases import *

run(r"""
bytearray(b'').isalpha()
bytearray(b'a').isalpha()
bytearray(b'abcabc').isalpha()
bytearray(b'aaaa').isalpha()
bytearray(b' a  b\t\n\x0b').isalpha()
bytearray(b'\x00\xff\x80').isalpha()
bytearray(b'Hello wORLD').isalpha()
bytearray(b'123').isalpha()
bytearray(SBytes(b'aXbX')).isalpha()
bytearray(b'ab' * 60).isalpha()
bytearray(b'\xc3\xa9').isalpha()
bytearray(b'a').isalpha(1)
""")
