from _cases import *

run(r"""
b''.lower()
b'a'.lower()
b'abcabc'.lower()
b'aaaa'.lower()
b' a  b\t\n\x0b'.lower()
b'\x00\xff\x80'.lower()
b'Hello wORLD'.lower()
b'123'.lower()
SBytes(b'aXbX').lower()
b'\xc3\xa9'.lower()
b'a'.lower(1)
""")
