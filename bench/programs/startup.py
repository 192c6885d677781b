"""An empty program: the driver measures the whole process."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 0


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def run():
    return 0


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('startup: wrong result %r, expected %r' % (result, EXPECTED))
    print('startup %.6f %r' % (seconds, result))
