# A closed buffered stream has given its buffer back, and says closed() to everything that would need it.
import io, sys


class Raw(io.RawIOBase):
    shut = False
    def readable(self): return True
    def writable(self): return True
    def seekable(self): return True
    def seek(self, offset, whence=0): return 0
    def tell(self): return 0
    def readinto(self, buffer): return 0
    def write(self, data): return len(data)
    @property
    def closed(self): return False


def attempt(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return '%s: %s' % (type(error).__name__, error)


reader = io.BufferedReader(io.BytesIO(b'abc'), 5000)
before = sys.getsizeof(reader)
reader.close()
print(before - sys.getsizeof(reader))  # expect: 5000
for name, args in [('read', ()), ('read', (1,)), ('readline', ()), ('peek', ()), ('readinto', (bytearray(3),)), ('tell', ()),
                   ('seek', (0,))]:
    print(name, attempt(getattr(reader, name), *args))
# expect: read ValueError: read of closed file
# expect: read ValueError: read of closed file
# expect: readline ValueError: readline of closed file
# expect: peek ValueError: peek of closed file
# expect: readinto ValueError: readinto of closed file
# expect: tell ValueError: I/O operation on closed file.
# expect: seek ValueError: seek of closed file
# A raw stream that denies to be closed: no crash. (The reference crashes or reads on.)
random = io.BufferedRandom(Raw(), 8)
random.write(b'12')
random.close()
for name, args in [('read', ()), ('write', (b'123456789',)), ('flush', ()), ('tell', ()), ('seek', (3,)), ('truncate', ()),
                   ('readline', ()), ('readinto1', (bytearray(3),)), ('detach', ())]:
    attempt(getattr(random, name), *args)
print('alive')  # expect: alive


# readinto1(): what was read ahead, and one more raw read when there is more room than the buffer has.
class Parts(Raw):
    def __init__(self, *parts): self.parts = list(parts)
    def readinto(self, buffer):
        part = self.parts.pop(0) if self.parts else b''
        buffer[:len(part)] = part
        return len(part)


for room in (2, 3, 4, 13, 14, 30):
    stream = io.BufferedReader(Parts(b'abc', b'de', b'f'), 10)
    stream.peek(1)
    target = bytearray(room)
    n = stream.readinto1(target)
    print(room, n, bytes(target[:n]), len(stream.raw.parts))
# expect: 2 2 b'ab' 2
# expect: 3 3 b'abc' 2
# expect: 4 3 b'abc' 2
# expect: 13 3 b'abc' 2
# expect: 14 5 b'abcde' 1
# expect: 30 5 b'abcde' 1

text = io.TextIOWrapper(io.BytesIO(), encoding='latin-1', errors='replace')
text.detach()
print(text.errors, text.encoding, text.line_buffering)  # expect: replace latin-1 False
