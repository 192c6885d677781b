from _cases import *

run(r"""
bytearray(b'').capitalize()
bytearray(b'a').capitalize()
bytearray(b'abcabc').capitalize()
bytearray(b'aaaa').capitalize()
bytearray(b' a  b\t\n\x0b').capitalize()
bytearray(b'\x00\xff\x80').capitalize()
bytearray(b'Hello wORLD').capitalize()
bytearray(b'123').capitalize()
bytearray(SBytes(b'aXbX')).capitalize()
bytearray(b'ab' * 60).capitalize()
bytearray(b'\xc3\xa9').capitalize()
bytearray(b'a').capitalize(1)
""")
