from _cases import *

run(r"""
bytearray(b'').splitlines()
bytearray(b'').splitlines(True)
bytearray(b'a\nb').splitlines()
bytearray(b'a\nb').splitlines(True)
bytearray(b'a\r\nb\r').splitlines()
bytearray(b'a\r\nb\r').splitlines(True)
bytearray(b'a\n\nb\n').splitlines()
bytearray(b'a\n\nb\n').splitlines(True)
bytearray(b'a\x0bb\x85').splitlines()
bytearray(b'a\x0bb\x85').splitlines(True)
bytearray(b'a').splitlines('x')
""")
