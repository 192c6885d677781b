from _cases import *

run(r"""
m(bytearray(b'abcd'), 'pop', 0)
m(bytearray(b'abcd'), 'pop', -1)
m(bytearray(b'abcd'), 'pop', 3)
m(bytearray(b'abcd'), 'pop', 4)
m(bytearray(b'abcd'), 'pop', -5)
m(bytearray(b'abcd'), 'pop', 2**70)
m(bytearray(b'abcd'), 'pop', 'a')
m(bytearray(b'abcd'), 'pop', None)
m(bytearray(b'abcd'), 'pop', 1.5)
m(bytearray(b'abcd'), 'pop', Idx(1))
m(bytearray(b'abcd'), 'pop', True)
m(bytearray(b'abcd'), 'pop')
m(bytearray(), 'pop')
m(bytearray(b'a'), 'pop', 0, 1)
""")
