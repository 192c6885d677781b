from _cases import *

run(r"""
b''.title()
b'a'.title()
b'abcabc'.title()
b'aaaa'.title()
b' a  b\t\n\x0b'.title()
b'\x00\xff\x80'.title()
b'Hello wORLD'.title()
b'123'.title()
SBytes(b'aXbX').title()
b'\xc3\xa9'.title()
b'a'.title(1)
""")
