from _cases import *

run(r"""
bytearray.maketrans(b'abc', b'xyz')[97:100]
bytearray.maketrans(b'', b'') == bytes(range(256))
bytearray.maketrans(b'a', b'bc')
bytearray.maketrans('a', b'b')
bytearray.maketrans(b'a')
type(bytearray.maketrans(bytearray(b'a'), b'b')).__name__
""")
