from _cases import *

run(r"""
b''.isupper()
b'a'.isupper()
b'abcabc'.isupper()
b'aaaa'.isupper()
b' a  b\t\n\x0b'.isupper()
b'\x00\xff\x80'.isupper()
b'Hello wORLD'.isupper()
b'123'.isupper()
SBytes(b'aXbX').isupper()
b'\xc3\xa9'.isupper()
b'a'.isupper(1)
""")
