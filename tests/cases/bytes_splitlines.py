from _cases import *

run(r"""
b''.splitlines()
b''.splitlines(True)
b'a\nb'.splitlines()
b'a\nb'.splitlines(True)
b'a\r\nb\r'.splitlines()
b'a\r\nb\r'.splitlines(True)
b'a\n\nb\n'.splitlines()
b'a\n\nb\n'.splitlines(True)
b'a\x0bb\x85'.splitlines()
b'a\x0bb\x85'.splitlines(True)
b'a'.splitlines('x')
""")
