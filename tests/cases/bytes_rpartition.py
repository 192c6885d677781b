from _cases import *

run(r"""
b''.rpartition(b'ab')
b'abcabc'.rpartition(b'x')
b'abcabc'.rpartition(bytearray(b'b'))
b'aaaa'.rpartition(b'b')
b'aaaa'.rpartition(b'x')
b' a  b\t\n\x0b'.rpartition(b'ab')
b' a  b\t\n\x0b'.rpartition(b'x')
b'Hello wORLD'.rpartition(b'a')
b'Hello wORLD'.rpartition(bytearray(b'b'))
b'\xc3\xa9'.rpartition(b'b')
b'\xc3\xa9'.rpartition(b'ab')
b'abc'.rpartition('a')
b'abc'.rpartition(5)
b'abc'.rpartition(b'')
b'abc'.rpartition(None)
""")
