# Where a stream ends, and what its sizes may be.
import zlib
packed = zlib.compress(b'x' * 1000)
class Int:
    def __int__(self):
        return 100
for size in (Int(), 1.5, '100', True, 2 ** 70, -1, None, 0):
    for use in (lambda: zlib.decompress(packed, 15, size), lambda: zlib.decompressobj().decompress(packed, size),
                lambda: zlib.decompressobj().flush(size)):
        try:
            print(type(size).__name__, len(use()))
        except (TypeError, ValueError, OverflowError) as error:
            print(type(size).__name__, type(error).__name__, error)
# expect: Int 1000
# expect: Int 100
# expect: Int 0
# expect: float 1000
# expect: float 1
# expect: float 0
# expect: str TypeError an integer is required (got type str)
# expect: str TypeError an integer is required (got type str)
# expect: str TypeError an integer is required (got type str)
# expect: bool 1000
# expect: bool 1
# expect: bool 0
# expect: int OverflowError Python int too large to convert to C ssize_t
# expect: int OverflowError Python int too large to convert to C ssize_t
# expect: int OverflowError Python int too large to convert to C ssize_t
# expect: int ValueError bufsize must be non-negative
# expect: int ValueError max_length must be non-negative
# expect: int ValueError length must be greater than zero
# expect: NoneType TypeError an integer is required (got type NoneType)
# expect: NoneType TypeError an integer is required (got type NoneType)
# expect: NoneType TypeError an integer is required (got type NoneType)
# expect: int 1000
# expect: int 1000
# expect: int ValueError length must be greater than zero
def show(stream):
    print(stream.unused_data, stream.unconsumed_tail, stream.eof)
for most in (0, 10, 999, 1000, 1001):
    stream = zlib.decompressobj()
    print(len(stream.decompress(packed + b'abc', most)), end=' ')
    show(stream)
    print(len(stream.decompress(stream.unconsumed_tail + b'zz', most)), end=' ')
    show(stream)
    print(len(stream.flush()), end=' ')
    show(stream)
# expect: 1000 b'abc' b'' True
# expect: 0 b'abczz' b'' True
# expect: 0 b'abczz' b'' True
# expect: 10 b'' b'\xa3`\x14\x0cw\x00\x00\xaa\xf4\xd4\xd0abc' False
# expect: 10 b'' b'\xa3`\x14\x0cw\x00\x00\xaa\xf4\xd4\xd0abczz' False
# expect: 980 b'abczz' b'abczz' True
# expect: 999 b'' b'\x00\xaa\xf4\xd4\xd0abc' False
# expect: 1 b'abczz' b'abczz' True
# expect: 0 b'abczzabczz' b'abczz' True
# expect: 1000 b'abc' b'' True
# expect: 0 b'abczz' b'' True
# expect: 0 b'abczz' b'' True
# expect: 1000 b'abc' b'' True
# expect: 0 b'abczz' b'' True
# expect: 0 b'abczz' b'' True
stream = zlib.decompressobj()
stream.decompress(packed)
print(stream.copy().eof)  # expect: True
stream.flush()
for use in (stream.copy, lambda: stream.decompress(b'more'), stream.flush):
    try:
        print(use())
    except (ValueError, zlib.error) as error:
        print(type(error).__name__, error)
# expect: ValueError Inconsistent stream state
# expect: error Error -2 while decompressing data: inconsistent stream state
# expect: b''
