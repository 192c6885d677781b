"""Generators, yield from and send."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 624999266370


def scaled(n, logarithmic=False):
    """The amount of work: n at scale 1; for exponential work one less per halving of the scale."""
    if logarithmic:
        scale = SCALE
        while scale < 0.5 and n > 4:
            scale, n = scale * 2, n - 1
        return n
    return max(1, int(n * SCALE))


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def average():
    total = 0
    number = yield 0
    while True:
        total += number
        number = yield total


def run():
    total = 0
    for item in count(scaled(1000000)):
        total += item
    for item in tree(scaled(13, logarithmic=True)):
        total += item
    running = average()
    next(running)
    for i in range(scaled(500000)):
        running.send(i)
    return total + running.send(1)


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('generators: wrong result %r, expected %r' % (result, EXPECTED))
    print('generators %.6f %r' % (seconds, result))
