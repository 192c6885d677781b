"""Read and write a dictionary with string keys."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 100000


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def update(table, keys, n):
    for repeat in range(n):
        for key in keys:
            table[key] = table[key] + 1


def run():
    keys = ['k%d' % i for i in range(20)]
    table = {key: 0 for key in keys}
    update(table, keys, scaled(100000))
    return table['k3']


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('dicts: wrong result %r, expected %r' % (result, EXPECTED))
    print('dicts %.6f %r' % (seconds, result))
