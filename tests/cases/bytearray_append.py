from _cases import *

run(r"""
m(bytearray(b'abcd'), 'append', 0)
m(bytearray(b'abcd'), 'append', 255)
m(bytearray(b'abcd'), 'append', 256)
m(bytearray(b'abcd'), 'append', -1)
m(bytearray(b'abcd'), 'append', 'a')
m(bytearray(b'abcd'), 'append', None)
m(bytearray(b'abcd'), 'append', 1.5)
m(bytearray(b'abcd'), 'append', Idx(5))
m(bytearray(b'abcd'), 'append', 2**70)
m(bytearray(b'abcd'), 'append', True)
m(bytearray(b'abcd'), 'append', Bad())
m(bytearray(b'abcd'), 'append', b'a')
m(bytearray(b'abcd'), 'append')
""")
