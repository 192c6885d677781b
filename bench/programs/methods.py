"""Calls of a method that reads and writes attributes."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 9000000


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


class Counter:
    def inc(self, k):
        self.n = self.n + self.step * k
        return self.n


def drive(counter, n):
    i = 0
    while i < n:
        counter.inc(i & 3)
        i = i + 1
    return counter.n


def run():
    counter = Counter()
    counter.n = 0
    counter.step = 3
    return drive(counter, scaled(2000000))


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('methods: wrong result %r, expected %r' % (result, EXPECTED))
    print('methods %.6f %r' % (seconds, result))
