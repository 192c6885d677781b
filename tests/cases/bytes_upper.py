from _cases import *

run(r"""
b''.upper()
b'a'.upper()
b'abcabc'.upper()
b'aaaa'.upper()
b' a  b\t\n\x0b'.upper()
b'\x00\xff\x80'.upper()
b'Hello wORLD'.upper()
b'123'.upper()
SBytes(b'aXbX').upper()
b'\xc3\xa9'.upper()
b'a'.upper(1)
""")
