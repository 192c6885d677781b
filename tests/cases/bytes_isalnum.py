from _cases import *

run(r"""
b''.isalnum()
b'a'.isalnum()
b'abcabc'.isalnum()
b'aaaa'.isalnum()
b' a  b\t\n\x0b'.isalnum()
b'\x00\xff\x80'.isalnum()
b'Hello wORLD'.isalnum()
b'123'.isalnum()
SBytes(b'aXbX').isalnum()
b'\xc3\xa9'.isalnum()
b'a'.isalnum(1)
""")
