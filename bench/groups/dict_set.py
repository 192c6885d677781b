"""Building dicts and sets, and looking things up in them."""
import sys
sys.dont_write_bytecode = True
from _rows import main, row

N = 20000
KEYS = ['key%d' % i for i in range(N)]
NUMBERS = [i * 7919 % 1000003 for i in range(N)]
BY_TEXT = {key: i for i, key in enumerate(KEYS)}
BY_NUMBER = {n: i for i, n in enumerate(NUMBERS)}
BY_PAIR = {(n, n + 1): n for n in NUMBERS}
PAIRS = list(BY_PAIR)
TEXTS = set(KEYS)
SET = set(NUMBERS)
OTHER = set(NUMBERS[::2]) | set(range(N))


@row('build, str keys')
def build_str():
    d = {}
    for key in KEYS:
        d[key] = 1
    return len(d)


@row('build, int keys')
def build_int():
    d = {}
    for n in NUMBERS:
        d[n] = 1
    return len(d)


@row('build, tuple keys')
def build_tuple():
    d = {}
    for pair in PAIRS:
        d[pair] = 1
    return len(d)


@row('comprehension')
def comprehension():
    return len({n: n + 1 for n in NUMBERS})


@row('dict(zip)')
def from_pairs():
    return len(dict(zip(KEYS, NUMBERS)))


@row('lookup, str')
def lookup_str():
    total = 0
    for key in KEYS:
        total += BY_TEXT[key]
    return total


@row('lookup, int')
def lookup_int():
    total = 0
    for n in NUMBERS:
        total += BY_NUMBER[n]
    return total


@row('lookup, tuple')
def lookup_tuple():
    total = 0
    for pair in PAIRS:
        total += BY_PAIR[pair]
    return total


@row('get and in')
def get_and_in():
    total = 0
    for n in range(N):
        total += BY_NUMBER.get(n, 0)
        if n in BY_NUMBER:
            total += 1
    return total


@row('setdefault')
def setdefault():
    d = {}
    for n in NUMBERS:
        d.setdefault(n & 255, []).append(n)
    return len(d)


@row('items')
def items():
    total = 0
    for key, value in BY_NUMBER.items():
        total += key ^ value
    return total


@row('copy and update')
def copy_update():
    d = BY_TEXT.copy()
    d.update(BY_TEXT)
    return len(d)


@row('delete')
def delete():
    d = dict(BY_NUMBER)
    for n in NUMBERS:
        del d[n]
    return len(d)


@row('set of ints')
def set_ints():
    return len(set(NUMBERS))


@row('set of strs')
def set_strs():
    return len(set(KEYS))


@row('set.add')
def set_add():
    s = set()
    for n in NUMBERS:
        s.add(n)
    return len(s)


@row('set lookup')
def set_lookup():
    total = 0
    for n in range(N):
        if n in SET:
            total += 1
    return total


@row('set operators')
def set_operators():
    return len(SET & OTHER) + len(SET | OTHER) + len(SET - OTHER) + len(SET ^ OTHER)


main()
