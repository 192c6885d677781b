"""Raise, catch, finally and with."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 20833458334


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


class Problem(Exception):
    pass


class Guard:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        return kind is KeyError


def risky(i):
    if i % 3 == 0:
        raise Problem(i)
    return i


def run():
    total = 0
    table = {}
    for i in range(scaled(250000)):
        try:
            total += risky(i)
        except Problem as problem:
            total += problem.args[0] & 1
        finally:
            total += 1
        with Guard():
            table[i]
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('exceptions: wrong result %r, expected %r' % (result, EXPECTED))
    print('exceptions %.6f %r' % (seconds, result))
