"""Recursive calls of a Python function."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 832040


def scaled(n, logarithmic=False):
    """The amount of work: n at scale 1; for exponential work one less per halving of the scale."""
    if logarithmic:
        scale = SCALE
        while scale < 0.5 and n > 4:
            scale, n = scale * 2, n - 1
        return n
    return max(1, int(n * SCALE))


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def run():
    return fib(scaled(30, logarithmic=True))


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('fib: wrong result %r, expected %r' % (result, EXPECTED))
    print('fib %.6f %r' % (seconds, result))
