from _cases import *

run(r"""
memoryview(b'abcdef').nbytes
memoryview(bytearray(b'abcdef')).nbytes
memoryview(b'').nbytes
memoryview(b'abcdefgh').cast('H').nbytes
memoryview(b'abcdefgh').cast('B', [2, 4]).nbytes
memoryview(b'abcdef')[::2].nbytes
memoryview(b'abcdef')[::-1].nbytes
memoryview(b'abcdef').readonly
memoryview(bytearray(b'abcdef')).readonly
memoryview(b'').readonly
memoryview(b'abcdefgh').cast('H').readonly
memoryview(b'abcdefgh').cast('B', [2, 4]).readonly
memoryview(b'abcdef')[::2].readonly
memoryview(b'abcdef')[::-1].readonly
memoryview(b'abcdef').format
memoryview(bytearray(b'abcdef')).format
memoryview(b'').format
memoryview(b'abcdefgh').cast('H').format
memoryview(b'abcdefgh').cast('B', [2, 4]).format
memoryview(b'abcdef')[::2].format
memoryview(b'abcdef')[::-1].format
memoryview(b'abcdef').itemsize
memoryview(bytearray(b'abcdef')).itemsize
memoryview(b'').itemsize
memoryview(b'abcdefgh').cast('H').itemsize
memoryview(b'abcdefgh').cast('B', [2, 4]).itemsize
memoryview(b'abcdef')[::2].itemsize
memoryview(b'abcdef')[::-1].itemsize
memoryview(b'abcdef').ndim
memoryview(bytearray(b'abcdef')).ndim
memoryview(b'').ndim
memoryview(b'abcdefgh').cast('H').ndim
memoryview(b'abcdefgh').cast('B', [2, 4]).ndim
memoryview(b'abcdef')[::2].ndim
memoryview(b'abcdef')[::-1].ndim
memoryview(b'abcdef').shape
memoryview(bytearray(b'abcdef')).shape
memoryview(b'').shape
memoryview(b'abcdefgh').cast('H').shape
memoryview(b'abcdefgh').cast('B', [2, 4]).shape
memoryview(b'abcdef')[::2].shape
memoryview(b'abcdef')[::-1].shape
memoryview(b'abcdef').strides
memoryview(bytearray(b'abcdef')).strides
memoryview(b'').strides
memoryview(b'abcdefgh').cast('H').strides
memoryview(b'abcdefgh').cast('B', [2, 4]).strides
memoryview(b'abcdef')[::2].strides
memoryview(b'abcdef')[::-1].strides
memoryview(b'abcdef').suboffsets
memoryview(bytearray(b'abcdef')).suboffsets
memoryview(b'').suboffsets
memoryview(b'abcdefgh').cast('H').suboffsets
memoryview(b'abcdefgh').cast('B', [2, 4]).suboffsets
memoryview(b'abcdef')[::2].suboffsets
memoryview(b'abcdef')[::-1].suboffsets
memoryview(b'abcdef').c_contiguous
memoryview(bytearray(b'abcdef')).c_contiguous
memoryview(b'').c_contiguous
memoryview(b'abcdefgh').cast('H').c_contiguous
memoryview(b'abcdefgh').cast('B', [2, 4]).c_contiguous
memoryview(b'abcdef')[::2].c_contiguous
memoryview(b'abcdef')[::-1].c_contiguous
memoryview(b'abcdef').f_contiguous
memoryview(bytearray(b'abcdef')).f_contiguous
memoryview(b'').f_contiguous
memoryview(b'abcdefgh').cast('H').f_contiguous
memoryview(b'abcdefgh').cast('B', [2, 4]).f_contiguous
memoryview(b'abcdef')[::2].f_contiguous
memoryview(b'abcdef')[::-1].f_contiguous
memoryview(b'abcdef').contiguous
memoryview(bytearray(b'abcdef')).contiguous
memoryview(b'').contiguous
memoryview(b'abcdefgh').cast('H').contiguous
memoryview(b'abcdefgh').cast('B', [2, 4]).contiguous
memoryview(b'abcdef')[::2].contiguous
memoryview(b'abcdef')[::-1].contiguous
memoryview(b'abcdef').tolist()
memoryview(bytearray(b'abcdef')).tolist()
memoryview(b'').tolist()
memoryview(b'abcdefgh').cast('H').tolist()
memoryview(b'abcdefgh').cast('B', [2, 4]).tolist()
memoryview(b'abcdef')[::2].tolist()
memoryview(b'abcdef')[::-1].tolist()
memoryview(b'abcdef').tobytes()
memoryview(bytearray(b'abcdef')).tobytes()
memoryview(b'').tobytes()
memoryview(b'abcdefgh').cast('H').tobytes()
memoryview(b'abcdefgh').cast('B', [2, 4]).tobytes()
memoryview(b'abcdef')[::2].tobytes()
memoryview(b'abcdef')[::-1].tobytes()
memoryview(b'abcdef').hex()
memoryview(bytearray(b'abcdef')).hex()
memoryview(b'').hex()
memoryview(b'abcdefgh').cast('H').hex()
memoryview(b'abcdefgh').cast('B', [2, 4]).hex()
memoryview(b'abcdef')[::2].hex()
memoryview(b'abcdef')[::-1].hex()
memoryview(b'abcdef').__len__()
memoryview(bytearray(b'abcdef')).__len__()
memoryview(b'').__len__()
memoryview(b'abcdefgh').cast('H').__len__()
memoryview(b'abcdefgh').cast('B', [2, 4]).__len__()
memoryview(b'abcdef')[::2].__len__()
memoryview(b'abcdef')[::-1].__len__()
memoryview(b'abcdef').obj
memoryview(bytearray(b'abcdef')).obj
memoryview(b'').obj
memoryview(b'abcdefgh').cast('H').obj
memoryview(b'abcdefgh').cast('B', [2, 4]).obj
memoryview(b'abcdef')[::2].obj
memoryview(b'abcdef')[::-1].obj
""")
