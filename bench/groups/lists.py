"""Lists and tuples: growing, indexing, slices."""
import sys
sys.dont_write_bytecode = True
from _rows import main, row

N = 10000
NUMBERS = list(range(N))
WORDS = ['w%d' % i for i in range(N)]
TUPLES = [(i, str(i)) for i in range(1000)]


@row('append')
def append():
    out = []
    for i in NUMBERS:
        out.append(i)
    return len(out)


@row('comprehension')
def comprehension():
    return len([i + 1 for i in NUMBERS])


@row('filtered comprehension')
def filtered():
    return len([i for i in NUMBERS if i & 1])


@row('index')
def index():
    total = 0
    for i in range(N):
        total += NUMBERS[i]
    return total


@row('store')
def store():
    out = [0] * N
    for i in range(N):
        out[i] = i
    return len(out)


@row('slices')
def slices():
    total = 0
    for i in range(0, N - 10):
        total += len(NUMBERS[i:i + 4])
    return total


@row('copies')
def copies():
    return len(NUMBERS[:]) + len(NUMBERS[::2]) + len(NUMBERS[::-1]) + len(list(NUMBERS)) + len(tuple(WORDS))


@row('slice assignment')
def slice_assignment():
    out = NUMBERS[:]
    out[100:200] = NUMBERS[:50]
    out[::2] = out[1::2]
    del out[50:5000]
    return len(out)


@row('concatenate, repeat')
def concatenate():
    return len(NUMBERS + WORDS) + len(NUMBERS * 3)


@row('extend')
def extend():
    out = []
    for i in range(100):
        out.extend(NUMBERS[:100])
        out += WORDS[:100]
    return len(out)


@row('insert and pop(0)')
def front():
    out = []
    for i in range(500):
        out.insert(0, i)
    total = 0
    while out:
        total += out.pop(0)
    return total


@row('pop')
def pop():
    out = NUMBERS[:]
    total = 0
    while out:
        total += out.pop()
    return total


@row('in, index, count')
def search():
    return (N - 1 in NUMBERS) + NUMBERS.index(N - 2) + WORDS.count('w5') + ('absent' in WORDS)


@row('reverse, sum')
def totals():
    out = NUMBERS[:]
    out.reverse()
    return sum(out) + max(out) - min(out)


@row('equality')
def equality():
    return (NUMBERS == list(range(N))) + (WORDS == WORDS[:])


@row('tuples')
def tuples():
    total = 0
    for number, text in TUPLES:
        pair = (number, text, total)
        total += len(pair) + pair[0]
    return total


main()
