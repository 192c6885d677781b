from _cases import *

run(r"""
b''.capitalize()
b'a'.capitalize()
b'abcabc'.capitalize()
b'aaaa'.capitalize()
b' a  b\t\n\x0b'.capitalize()
b'\x00\xff\x80'.capitalize()
b'Hello wORLD'.capitalize()
b'123'.capitalize()
SBytes(b'aXbX').capitalize()
b'\xc3\xa9'.capitalize()
b'a'.capitalize(1)
""")
