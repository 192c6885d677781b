from _cases import *

run(r"""
m(bytearray(b'abcd'), 'remove', 97)
m(bytearray(b'abcd'), 'remove', 100)
m(bytearray(b'abcd'), 'remove', 0)
m(bytearray(b'abcd'), 'remove', 256)
m(bytearray(b'abcd'), 'remove', -1)
m(bytearray(b'abcd'), 'remove', b'a')
m(bytearray(b'abcd'), 'remove', 'a')
m(bytearray(b'abcd'), 'remove', None)
m(bytearray(b'abcd'), 'remove', Idx(98))
""")
