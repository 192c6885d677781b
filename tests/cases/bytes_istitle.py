from _cases import *

run(r"""
b''.istitle()
b'a'.istitle()
b'abcabc'.istitle()
b'aaaa'.istitle()
b' a  b\t\n\x0b'.istitle()
b'\x00\xff\x80'.istitle()
b'Hello wORLD'.istitle()
b'123'.istitle()
SBytes(b'aXbX').istitle()
b'\xc3\xa9'.istitle()
b'a'.istitle(1)
""")
