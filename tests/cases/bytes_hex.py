from _cases import *

run(r"""
b''.hex()
b'a'.hex()
b'abcabc'.hex()
b'aaaa'.hex()
b' a  b\t\n\x0b'.hex()
b'\x00\xff\x80'.hex()
b'Hello wORLD'.hex()
b'123'.hex()
SBytes(b'aXbX').hex()
b'\xc3\xa9'.hex()
""")
