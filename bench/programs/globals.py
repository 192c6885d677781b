"""Reads and writes of module variables and built-in names."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 499941


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))

counter = 0
limit = 7


def step(n):
    global counter
    for i in range(n):
        counter = counter + limit
        if counter > 1000000:
            counter = len('x')
        abs(limit)


def run():
    step(scaled(1500000))
    return counter


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('globals: wrong result %r, expected %r' % (result, EXPECTED))
    print('globals %.6f %r' % (seconds, result))
