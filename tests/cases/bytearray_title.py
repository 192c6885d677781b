from _cases import *

run(r"""
bytearray(b'').title()
bytearray(b'a').title()
bytearray(b'abcabc').title()
bytearray(b'aaaa').title()
bytearray(b' a  b\t\n\x0b').title()
bytearray(b'\x00\xff\x80').title()
bytearray(b'Hello wORLD').title()
bytearray(b'123').title()
bytearray(SBytes(b'aXbX')).title()
bytearray(b'ab' * 60).title()
bytearray(b'\xc3\xa9').title()
bytearray(b'a').title(1)
""")
