"""Keyword arguments, defaults, *args and **kwargs."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 72251785000


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def configure(a, b=2, *, c=3, d=4):
    return a + b * c - d


def collect(*args, **kwargs):
    return len(args) + len(kwargs)


def forward(*args, **kwargs):
    return configure(*args, **kwargs)


def run():
    total = 0
    for i in range(scaled(170000)):
        total += configure(i, c=5)
        total += configure(a=1, b=i, d=2)
        total += collect(1, 2, x=3)
        total += forward(i, d=1)
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('keyword_calls: wrong result %r, expected %r' % (result, EXPECTED))
    print('keyword_calls %.6f %r' % (seconds, result))
