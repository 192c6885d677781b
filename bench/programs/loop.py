"""Arithmetic on small integers in a while loop."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 24999995000000


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def loop(n):
    i = 0
    total = 0
    while i < n:
        total = total + i * 2
        i = i + 1
    return total


def run():
    return loop(scaled(5000000))


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('loop: wrong result %r, expected %r' % (result, EXPECTED))
    print('loop %.6f %r' % (seconds, result))
