from _cases import *

run(r"""
bytearray(b'').hex()
bytearray(b'a').hex()
bytearray(b'abcabc').hex()
bytearray(b'aaaa').hex()
bytearray(b' a  b\t\n\x0b').hex()
bytearray(b'\x00\xff\x80').hex()
bytearray(b'Hello wORLD').hex()
bytearray(b'123').hex()
bytearray(SBytes(b'aXbX')).hex()
bytearray(b'ab' * 60).hex()
bytearray(b'\xc3\xa9').hex()
""")
