"""Calls with several positional arguments and defaults."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 179997300000


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def add(a, b, c=3):
    return a + b - c


def nothing():
    pass


def run():
    total = 0
    for i in range(scaled(600000)):
        total = add(total, i)
        total = add(total, 1, 2)
        nothing()
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('calls: wrong result %r, expected %r' % (result, EXPECTED))
    print('calls %.6f %r' % (seconds, result))
