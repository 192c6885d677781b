from _cases import *

run(r"""
(lambda b: m(memoryview(b), '__setitem__', 0, 65) and bytes(b))(bytearray(b'abcdef'))
(lambda b: m(memoryview(b), '__setitem__', 0, b'XY') and bytes(b))(bytearray(b'abcdef'))
(lambda b: m(memoryview(b), '__setitem__', 0, b'XYZ') and bytes(b))(bytearray(b'abcdef'))
(lambda b: m(memoryview(b), '__setitem__', -1, 65) and bytes(b))(bytearray(b'abcdef'))
(lambda b: m(memoryview(b), '__setitem__', -1, b'XY') and bytes(b))(bytearray(b'abcdef'))
(lambda b: m(memoryview(b), '__setitem__', -1, b'XYZ') and bytes(b))(bytearray(b'abcdef'))
(lambda b: m(memoryview(b), '__setitem__', slice(1, 3), 65) and bytes(b))(bytearray(b'abcdef'))
(lambda b: m(memoryview(b), '__setitem__', slice(1, 3), b'XY') and bytes(b))(bytearray(b'abcdef'))
(lambda b: m(memoryview(b), '__setitem__', slice(1, 3), b'XYZ') and bytes(b))(bytearray(b'abcdef'))
(lambda b: m(memoryview(b), '__setitem__', slice(None, None, 2), 65) and bytes(b))(bytearray(b'abcdef'))
(lambda b: m(memoryview(b), '__setitem__', slice(None, None, 2), b'XY') and bytes(b))(bytearray(b'abcdef'))
(lambda b: m(memoryview(b), '__setitem__', slice(None, None, 2), b'XYZ') and bytes(b))(bytearray(b'abcdef'))
m(memoryview(bytearray(b'abc')), '__setitem__', 0, 256)[0]
m(memoryview(bytearray(b'abc')), '__setitem__', 0, -1)[0]
m(memoryview(bytearray(b'abc')), '__setitem__', 0, b'a')[0]
m(memoryview(bytearray(b'abc')), '__setitem__', 0, 'a')[0]
m(memoryview(bytearray(b'abc')), '__setitem__', 5, 1)[0]
m(memoryview(bytearray(b'abc')), '__setitem__', 'a', 1)[0]
m(memoryview(bytearray(b'abc')), '__setitem__', slice(0, 2), 5)[0]
m(memoryview(bytearray(b'abc')), '__setitem__', slice(0, 2), b'x')[0]
m(memoryview(bytearray(b'abc')), '__setitem__', 0, 1.5)[0]
m(memoryview(bytearray(b'abc')), '__setitem__', 0, Idx(66))[0]
m(memoryview(b'abc'), '__setitem__', 0, 1)[0]
m(memoryview(bytearray(8)).cast('d'), '__setitem__', 0, 'a')[0]
(lambda b: m(memoryview(b).cast('i'), '__setitem__', 0, -2) and bytes(b))(bytearray(4))
m(memoryview(bytearray(4)).cast('h'), '__setitem__', 0, 2**20)[0]
m(memoryview(bytearray(4)), '__delitem__', 0)[0]
""")
