from _cases import *

run(r"""
b''.islower()
b'a'.islower()
b'abcabc'.islower()
b'aaaa'.islower()
b' a  b\t\n\x0b'.islower()
b'\x00\xff\x80'.islower()
b'Hello wORLD'.islower()
b'123'.islower()
SBytes(b'aXbX').islower()
b'\xc3\xa9'.islower()
b'a'.islower(1)
""")
