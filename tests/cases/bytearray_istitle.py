from _cases import *

run(r"""
bytearray(b'').istitle()
bytearray(b'a').istitle()
bytearray(b'abcabc').istitle()
bytearray(b'aaaa').istitle()
bytearray(b' a  b\t\n\x0b').istitle()
bytearray(b'\x00\xff\x80').istitle()
bytearray(b'Hello wORLD').istitle()
bytearray(b'123').istitle()
bytearray(SBytes(b'aXbX')).istitle()
bytearray(b'ab' * 60).istitle()
bytearray(b'\xc3\xa9').istitle()
bytearray(b'a').istitle(1)
""")
