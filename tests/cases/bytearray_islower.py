from _cases import *

run(r"""
bytearray(b'').islower()
bytearray(b'a').islower()
bytearray(b'abcabc').islower()
bytearray(b'aaaa').islower()
bytearray(b' a  b\t\n\x0b').islower()
bytearray(b'\x00\xff\x80').islower()
bytearray(b'Hello wORLD').islower()
bytearray(b'123').islower()
bytearray(SBytes(b'aXbX')).islower()
bytearray(b'ab' * 60).islower()
bytearray(b'\xc3\xa9').islower()
bytearray(b'a').islower(1)
""")
