from _cases import *

run(r"""
bytearray(b'').swapcase()
bytearray(b'a').swapcase()
bytearray(b'abcabc').swapcase()
bytearray(b'aaaa').swapcase()
bytearray(b' a  b\t\n\x0b').swapcase()
bytearray(b'\x00\xff\x80').swapcase()
bytearray(b'Hello wORLD').swapcase()
bytearray(b'123').swapcase()
bytearray(SBytes(b'aXbX')).swapcase()
bytearray(b'ab' * 60).swapcase()
bytearray(b'\xc3\xa9').swapcase()
bytearray(b'a').swapcase(1)
""")
