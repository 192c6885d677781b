from _cases import *

run(r"""
b''.swapcase()
b'a'.swapcase()
b'abcabc'.swapcase()
b'aaaa'.swapcase()
b' a  b\t\n\x0b'.swapcase()
b'\x00\xff\x80'.swapcase()
b'Hello wORLD'.swapcase()
b'123'.swapcase()
SBytes(b'aXbX').swapcase()
b'\xc3\xa9'.swapcase()
b'a'.swapcase(1)
""")
