"""bytes and bytearray."""
import sys
sys.dont_write_bytecode = True
from _rows import main, row

DATA = bytes(range(256)) * 40
TEXT = b'the quick brown fox jumps over the lazy dog ' * 200
WORDS = TEXT.split()


@row('split')
def split():
    return len(TEXT.split()) + len(TEXT.split(b' '))


@row('join')
def join():
    return len(b' '.join(WORDS))


@row('find and count')
def find():
    return TEXT.find(b'lazy cat') + TEXT.count(b'the') + TEXT.find(b'Z') + (b'fox' in TEXT)


@row('replace')
def replace():
    return len(TEXT.replace(b'fox', b'wolf'))


@row('translate')
def translate():
    return len(TEXT.translate(None, b'aeiou'))


@row('iterate')
def iterate():
    total = 0
    for byte in DATA:
        total += byte
    return total


@row('index')
def index():
    total = 0
    for i in range(5000):
        total += DATA[i]
    return total


@row('hex and fromhex')
def hexadecimal():
    return len(bytes.fromhex(DATA.hex()))


@row('bytearray append')
def append():
    out = bytearray()
    for i in range(5000):
        out.append(i & 255)
    return len(out)


@row('bytearray store')
def store():
    out = bytearray(5000)
    for i in range(5000):
        out[i] = i & 255
    return sum(out)


@row('bytearray extend')
def extend():
    out = bytearray()
    for word in WORDS:
        out += word
    return len(out)


@row('slices')
def slices():
    total = 0
    for i in range(2000):
        total += len(DATA[i:i + 16])
    return total


@row('to_bytes, from_bytes')
def integers():
    total = 0
    for i in range(2000):
        total += int.from_bytes((i * 65537).to_bytes(8, 'little'), 'big') & 255
    return total


@row('memoryview')
def view():
    m = memoryview(DATA)
    total = 0
    for i in range(2000):
        total += m[i] + len(m[i:])
    return total


main()
