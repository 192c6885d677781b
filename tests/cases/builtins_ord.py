from _cases import *

run(r"""
ord('a')
ord('\u20ac')
ord('\U0010ffff')
ord('\ud800')
ord('')
ord('ab')
ord(b'a')
ord(b'')
ord(b'ab')
ord(bytearray(b'a'))
ord(5)
ord(None)
ord(SStr('z'))
ord(memoryview(b'a'))
ord('\0')
""")
