"""N queens by backtracking with lists of flags."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 724


def scaled(n, logarithmic=False):
    """The amount of work: n at scale 1; for exponential work one less per halving of the scale."""
    if logarithmic:
        scale = SCALE
        while scale < 0.5 and n > 4:
            scale, n = scale * 2, n - 1
        return n
    return max(1, int(n * SCALE))


def place(row, n, columns, up, down):
    if row == n:
        return 1
    count = 0
    for column in range(n):
        if not columns[column] and not up[row + column] and not down[row - column + n]:
            columns[column] = up[row + column] = down[row - column + n] = True
            count += place(row + 1, n, columns, up, down)
            columns[column] = up[row + column] = down[row - column + n] = False
    return count


def run():
    n = scaled(10, logarithmic=True)
    return place(0, n, [False] * n, [False] * (2 * n), [False] * (2 * n + 1))


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('queens: wrong result %r, expected %r' % (result, EXPECTED))
    print('queens %.6f %r' % (seconds, result))
