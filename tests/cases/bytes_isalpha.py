from _cases import *

run(r"""
b''.isalpha()
b'a'.isalpha()
b'abcabc'.isalpha()
b'aaaa'.isalpha()
b' a  b\t\n\x0b'.isalpha()
b'\x00\xff\x80'.isalpha()
b'Hello wORLD'.isalpha()
b'123'.isalpha()
SBytes(b'aXbX').isalpha()
b'\xc3\xa9'.isalpha()
b'a'.isalpha(1)
""")
