from _cases import *

run(r"""
b''.isdigit()
b'a'.isdigit()
b'abcabc'.isdigit()
b'aaaa'.isdigit()
b' a  b\t\n\x0b'.isdigit()
b'\x00\xff\x80'.isdigit()
b'Hello wORLD'.isdigit()
b'123'.isdigit()
SBytes(b'aXbX').isdigit()
b'\xc3\xa9'.isdigit()
b'a'.isdigit(1)
""")
