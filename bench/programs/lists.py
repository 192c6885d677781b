"""Append, index and iterate lists."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 999000000


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def lists(n, repeats):
    total = 0
    for repeat in range(repeats):
        items = []
        for i in range(n):
            items.append(i)
        for i in range(n):
            total = total + items[i]
        for item in items:
            total += item
    return total


def run():
    return lists(1000, scaled(1000))


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('lists: wrong result %r, expected %r' % (result, EXPECTED))
    print('lists %.6f %r' % (seconds, result))
