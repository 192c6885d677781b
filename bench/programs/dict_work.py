"""Dictionary methods, integer and tuple keys, growth and deletion."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 5665255500


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def run():
    total = 0
    for repeat in range(scaled(50)):
        table = {}
        for i in range(8000):
            table[i * 7] = i
        for i in range(8000):
            total += table.get(i, 1)
        grid = {(i, j): i * j for i in range(40) for j in range(40)}
        for key, value in grid.items():
            total += key[0] + value
        for i in range(0, 8000, 2):
            del table[i * 7]
        for key in table:
            total += key
        groups = {}
        for i in range(6000):
            groups.setdefault(i % 97, []).append(i)
        total += sum(len(group) for group in groups.values())
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('dict_work: wrong result %r, expected %r' % (result, EXPECTED))
    print('dict_work %.6f %r' % (seconds, result))
