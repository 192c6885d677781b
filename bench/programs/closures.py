"""Free variables, nonlocal and functions made in a loop."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 20350000


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def make(step):
    total = 0

    def bump(by):
        nonlocal total
        total += by * step
        return total

    return bump


def run():
    bump = make(3)
    for i in range(scaled(900000)):
        bump(i & 15)
    result = bump(0)
    for i in range(scaled(200000)):
        result += make(i)(1) & 1
    return result


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('closures: wrong result %r, expected %r' % (result, EXPECTED))
    print('closures %.6f %r' % (seconds, result))
