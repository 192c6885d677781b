"""Memory of containers of 1,000,000 elements: `python memory.py NAME` prints how many KiB the process grew by while it made
one, at its peak and as long as it holds it. One process for each container."""
import array
import collections
import sys

N = 1000000
SHARED = 'shared'   # elements that cost nothing themselves


def growing_list():
    out = []
    for i in range(N):
        out.append(SHARED)
    return out


def growing_bytearray():
    out = bytearray()
    for i in range(N):
        out.append(i & 255)
    return out


MAKERS = collections.OrderedDict([
    ('list', lambda: [SHARED] * N),
    ('list, appended', growing_list),
    ('list of ints', lambda: list(range(1000, N + 1000))),
    ('list of floats', lambda: [i / 7 for i in range(N)]),
    ('list of strs', lambda: ['%d' % i for i in range(1000, N + 1000)]),
    ('list of long strs', lambda: ['a longer text, number %d' % i for i in range(N)]),
    ('list of Greek strs', lambda: ['\u03b1%d' % i for i in range(1000, N + 1000)]),
    ('list of bytes', lambda: [b'%d' % i for i in range(1000, N + 1000)]),
    ('list of pairs', lambda: [(i, SHARED) for i in range(1000, N + 1000)]),
    ('list of lists', lambda: [[i] for i in range(1000, N + 1000)]),
    ('list of big ints', lambda: [i << 70 for i in range(1000, N + 1000)]),
    ('tuple', lambda: tuple([SHARED] * N)),
    ('tuple of ints', lambda: tuple(range(1000, N + 1000))),
    ('dict, int keys', lambda: {i: SHARED for i in range(1000, N + 1000)}),
    ('dict, str keys', lambda: {'%d' % i: SHARED for i in range(1000, N + 1000)}),
    ('dict, pair keys', lambda: {(i, SHARED): SHARED for i in range(1000, N + 1000)}),
    ('set of ints', lambda: set(range(1000, N + 1000))),
    ('set of strs', lambda: {'%d' % i for i in range(1000, N + 1000)}),
    ('frozenset', lambda: frozenset(range(1000, N + 1000))),
    ('bytearray', growing_bytearray),
    ('bytes', lambda: b'x' * N),
    ('str', lambda: 'x' * N),
    ('deque', lambda: collections.deque([SHARED]) * N),
    ('deque, appended', lambda: collections.deque(SHARED for _ in range(N))),
    ('array', lambda: array.array('l', range(N))),
    ('OrderedDict', lambda: collections.OrderedDict((i, SHARED) for i in range(1000, N + 1000))),
    ('instances', lambda: [Point(i) for i in range(1000, N + 1000)]),
    ('instances, slots', lambda: [Slotted(i) for i in range(1000, N + 1000)]),
])


class Point:
    def __init__(self, x):
        self.x = x
        self.y = None


class Slotted:
    __slots__ = ('x', 'y')

    def __init__(self, x):
        self.x = x
        self.y = None


def sizes():
    with open('/proc/self/status') as status:
        fields = dict(line.split(':', 1) for line in status)
    return int(fields['VmRSS'].split()[0]), int(fields['VmHWM'].split()[0])


def main():
    if len(sys.argv) < 2:
        print('\n'.join(MAKERS))
        return
    before, _ = sizes()
    made = MAKERS[sys.argv[1]]()
    held, peak = sizes()
    print('%d %d %d' % (held - before, peak - before, len(made)))


main()
