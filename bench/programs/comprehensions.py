"""List, set and dict comprehensions and generator expressions."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 666667708500


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def run():
    total = 0
    for repeat in range(scaled(500)):
        squares = [i * i for i in range(2000) if i & 1]
        table = {i: i + 1 for i in range(1000)}
        kinds = {i % 17 for i in range(1000)}
        total += len(squares) + len(table) + len(kinds)
        total += sum(i for i in squares)
        pairs = [(i, j) for i in range(20) for j in range(20)]
        total += len(pairs)
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('comprehensions: wrong result %r, expected %r' % (result, EXPECTED))
    print('comprehensions %.6f %r' % (seconds, result))
