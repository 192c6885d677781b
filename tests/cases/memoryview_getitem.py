from _cases import *

run(r"""
memoryview(b'abcdef')[0]
memoryview(b'abcdef')[-1]
memoryview(b'abcdef')[2]
memoryview(b'abcdef')[100]
memoryview(b'abcdef')[Idx(1)]
memoryview(b'abcdef')['a']
memoryview(b'abcdef')[(0, 1)]
memoryview(b'abcdef')[1.5]
memoryview(b'abcdef')[2**70]
memoryview(bytearray(b'abcdef'))[0]
memoryview(bytearray(b'abcdef'))[-1]
memoryview(bytearray(b'abcdef'))[2]
memoryview(bytearray(b'abcdef'))[100]
memoryview(bytearray(b'abcdef'))[Idx(1)]
memoryview(bytearray(b'abcdef'))['a']
memoryview(bytearray(b'abcdef'))[(0, 1)]
memoryview(bytearray(b'abcdef'))[1.5]
memoryview(bytearray(b'abcdef'))[2**70]
memoryview(b'')[0]
memoryview(b'')[-1]
memoryview(b'')[2]
memoryview(b'')[100]
memoryview(b'')[Idx(1)]
memoryview(b'')['a']
memoryview(b'')[(0, 1)]
memoryview(b'')[1.5]
memoryview(b'')[2**70]
memoryview(b'abcdefgh').cast('H')[0]
memoryview(b'abcdefgh').cast('H')[-1]
memoryview(b'abcdefgh').cast('H')[2]
memoryview(b'abcdefgh').cast('H')[100]
memoryview(b'abcdefgh').cast('H')[Idx(1)]
memoryview(b'abcdefgh').cast('H')['a']
memoryview(b'abcdefgh').cast('H')[(0, 1)]
memoryview(b'abcdefgh').cast('H')[1.5]
memoryview(b'abcdefgh').cast('H')[2**70]
memoryview(b'abcdefgh').cast('B', [2, 4])[0]
memoryview(b'abcdefgh').cast('B', [2, 4])[-1]
memoryview(b'abcdefgh').cast('B', [2, 4])[2]
memoryview(b'abcdefgh').cast('B', [2, 4])[100]
memoryview(b'abcdefgh').cast('B', [2, 4])[Idx(1)]
memoryview(b'abcdefgh').cast('B', [2, 4])['a']
memoryview(b'abcdefgh').cast('B', [2, 4])[(0, 1)]
memoryview(b'abcdefgh').cast('B', [2, 4])[1.5]
memoryview(b'abcdef')[::2][0]
memoryview(b'abcdef')[::2][-1]
memoryview(b'abcdef')[::2][2]
memoryview(b'abcdef')[::2][100]
memoryview(b'abcdef')[::2][Idx(1)]
memoryview(b'abcdef')[::2]['a']
memoryview(b'abcdef')[::2][(0, 1)]
memoryview(b'abcdef')[::2][1.5]
memoryview(b'abcdef')[::2][2**70]
memoryview(b'abcdef')[::-1][0]
memoryview(b'abcdef')[::-1][-1]
memoryview(b'abcdef')[::-1][2]
memoryview(b'abcdef')[::-1][100]
memoryview(b'abcdef')[::-1][Idx(1)]
memoryview(b'abcdef')[::-1]['a']
memoryview(b'abcdef')[::-1][(0, 1)]
memoryview(b'abcdef')[::-1][1.5]
memoryview(b'abcdef')[::-1][2**70]
memoryview(b'abcdef')[1:3:].tobytes()
memoryview(b'abcdef')[1:-1:].tobytes()
memoryview(b'abcdef')[-2:-1:].tobytes()
memoryview(bytearray(b'abcdef'))[:3:-1].tobytes()
memoryview(bytearray(b'abcdef'))[:-1:-1].tobytes()
memoryview(bytearray(b'abcdef'))[1::2].tobytes()
memoryview(bytearray(b'abcdef'))[1::-1].tobytes()
memoryview(bytearray(b'abcdef'))[-2::2].tobytes()
memoryview(bytearray(b'abcdef'))[-2::-1].tobytes()
memoryview(bytearray(b'abcdef'))[-2:3:2].tobytes()
memoryview(bytearray(b'abcdef'))[-2:3:-1].tobytes()
memoryview(b'')[::-1].tobytes()
memoryview(b'')[:3:-1].tobytes()
memoryview(b'')[1::2].tobytes()
memoryview(b'')[1:-1:].tobytes()
memoryview(b'')[1:-1:2].tobytes()
memoryview(b'')[-2:3:].tobytes()
memoryview(b'')[-2:-1:-1].tobytes()
memoryview(b'abcdefgh').cast('H')[::-1].tobytes()
memoryview(b'abcdefgh').cast('H')[:-1:-1].tobytes()
memoryview(b'abcdefgh').cast('H')[1::2].tobytes()
memoryview(b'abcdefgh').cast('H')[1:3:-1].tobytes()
memoryview(b'abcdefgh').cast('H')[-2:3:].tobytes()
memoryview(b'abcdefgh').cast('H')[-2:-1:].tobytes()
memoryview(b'abcd')[::0]
memoryview(b'abcdefgh').cast('B', [2, 4])[1, 2]
memoryview(b'abcdefgh').cast('B', [2, 4])[5, 2]
memoryview(b'abcdefgh').cast('B', [2, 4])[0, 0, 0]
""")
