"""Float arithmetic in local variables."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 390235


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def mandel(n, limit):
    count = 0
    for i in range(limit):
        cr = i * 3.0 / n - 2.0
        for j in range(n):
            ci = j * 2.0 / n - 1.0
            zr = 0.0
            zi = 0.0
            k = 0
            while k < 50:
                a = zr * zr
                b = zi * zi
                if a + b > 4.0:
                    break
                zi = 2.0 * zr * zi + ci
                zr = a - b + cr
                k = k + 1
            count = count + k
    return count


def run():
    return mandel(150, scaled(150))


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('mandel: wrong result %r, expected %r' % (result, EXPECTED))
    print('mandel %.6f %r' % (seconds, result))
