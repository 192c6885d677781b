import zlib


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


data = b'the quick brown fox ' * 500 + bytes(range(256))
for level in (-1, 0, 1, 6, 9):
    assert zlib.decompress(zlib.compress(data, level)) == data
print(zlib.crc32(data), zlib.adler32(data), zlib.crc32(b'b', zlib.crc32(b'a')) == zlib.crc32(b'ab'), zlib.adler32(b''))
packed = zlib.compress(data)
for call in [lambda: zlib.compress('a'), lambda: zlib.compress(b'a', 10), lambda: zlib.decompress(b'a'), lambda: zlib.decompress(b'a' * 9),
             lambda: zlib.decompress(packed[:-2]), lambda: zlib.compressobj(10), lambda: zlib.decompressobj(99),
             lambda: zlib.decompress(b'', bufsize=-1), lambda: zlib.decompressobj().flush(0)]:
    print(attempt(call))
c = zlib.compressobj(9, zlib.DEFLATED, -15)
raw = c.compress(data[:5000]) + c.flush(zlib.Z_SYNC_FLUSH)
other = c.copy()
raw += c.compress(data[5000:]) + c.flush()
print(zlib.decompress(raw, -15) == data, attempt(c.flush), attempt(c.copy))
d = zlib.decompressobj()
parts = [d.decompress(packed[:50], 100), d.decompress(d.unconsumed_tail + packed[50:] + b'rest')]
print(len(parts[0]), b''.join(parts) == data, d.eof, d.unused_data, d.unconsumed_tail)
gz = zlib.compressobj(wbits=31)
print(zlib.decompress(gz.compress(b'x') + gz.flush(), 47))
words = zlib.compressobj(zdict=b'quick brown')
text = words.compress(b'a quick brown fox') + words.flush()
print(attempt(zlib.decompress, text), zlib.decompressobj(zdict=b'quick brown').decompress(text), attempt(zlib.decompressobj().decompress, text))
