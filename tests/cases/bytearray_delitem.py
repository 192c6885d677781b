from _cases import *

run(r"""
m(bytearray(b'abcd'), '__delitem__', 0)
m(bytearray(b'abcd'), '__delitem__', -1)
m(bytearray(b'abcd'), '__delitem__', 4)
m(bytearray(b'abcd'), '__delitem__', slice(1, 3))
m(bytearray(b'abcd'), '__delitem__', slice(None))
m(bytearray(b'abcd'), '__delitem__', slice(None, None, 2))
m(bytearray(b'abcd'), '__delitem__', slice(3, 1))
m(bytearray(b'abcd'), '__delitem__', slice(-1, -3, -1))
m(bytearray(b'abcd'), '__delitem__', slice(10, 20))
m(bytearray(b'abcd'), '__delitem__', 'a')
m(bytearray(b'abcd'), '__delitem__', 2**70)
m(bytearray(b'abcd'), '__delitem__', slice(0, 4, 3))
""")
