from _cases import *

run(r"""
m(bytearray(b'abcd'), 'clear')
m(bytearray(b'abcd'), 'reverse')
m(bytearray(), 'reverse')
m(bytearray(b'abcd'), 'copy')
m(bytearray(b'abcd'), 'clear', 1)
m(bytearray(b'abcd'), '__iadd__', b'xy')
m(bytearray(b'abcd'), '__iadd__', 'xy')
m(bytearray(b'abcd'), '__imul__', 2)
m(bytearray(b'abcd'), '__imul__', -1)
m(bytearray(b'abcd'), '__alloc__')[0] > 3
bytearray(b'abcd').__reduce__()
bytearray(b'abcd').__reduce_ex__(2)
hash(bytearray(b'abcd'))
m(bytearray(b'abcd'), '__init__', 3)
m(bytearray(b'abcd'), '__init__', 'x')
""")
