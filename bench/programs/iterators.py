"""map, filter, zip, enumerate and a class with __iter__ and __next__."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 102445642817


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


class Range:
    def __init__(self, n):
        self.i = 0
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i


def run():
    total = 0
    for item in Range(scaled(400000)):
        total += item
    n = scaled(400000)
    for a, b in zip(map(abs, range(n)), filter(None, range(n))):
        total += a ^ b
    for i, item in enumerate(reversed(range(n))):
        total += i & item
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('iterators: wrong result %r, expected %r' % (result, EXPECTED))
    print('iterators %.6f %r' % (seconds, result))
