"""Six nested for loops over ranges, and a matrix product."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 2004720


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def nested(n):
    count = 0
    for a in range(n):
        for b in range(n):
            for c in range(n):
                for d in range(n):
                    for e in range(n):
                        count += 1
    return count


def multiply(left, right):
    size = len(left)
    result = []
    for i in range(size):
        row = []
        for j in range(size):
            total = 0
            for k in range(size):
                total += left[i][k] * right[k][j]
            row.append(total)
        result.append(row)
    return result


def run():
    total = 0
    for repeat in range(scaled(20)):
        total += nested(10)
        matrix = [[i * j % 7 for j in range(30)] for i in range(30)]
        total += multiply(matrix, matrix)[3][4]
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('nested_loops: wrong result %r, expected %r' % (result, EXPECTED))
    print('nested_loops %.6f %r' % (seconds, result))
