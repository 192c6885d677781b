from _cases import *

run(r"""
bytes.maketrans(b'abc', b'xyz')[97:100]
bytes.maketrans(b'', b'') == bytes(range(256))
bytes.maketrans(b'a', b'bc')
bytes.maketrans('a', b'b')
bytes.maketrans(b'a')
type(bytes.maketrans(bytearray(b'a'), b'b')).__name__
""")
