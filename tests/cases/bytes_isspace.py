from _cases import *

run(r"""
b''.isspace()
b'a'.isspace()
b'abcabc'.isspace()
b'aaaa'.isspace()
b' a  b\t\n\x0b'.isspace()
b'\x00\xff\x80'.isspace()
b'Hello wORLD'.isspace()
b'123'.isspace()
SBytes(b'aXbX').isspace()
b'\xc3\xa9'.isspace()
b'a'.isspace(1)
""")
