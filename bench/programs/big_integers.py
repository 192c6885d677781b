"""Integers beyond the machine word."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 189431


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def pi_digits(count):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    digits = []
    while len(digits) < count:
        if 4 * q + r - t < m * t:
            digits.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = (q * k, (2 * q + r) * x, t * x, k + 1,
                                (q * (7 * k + 2) + r * x) // (t * x), x + 2)
    return digits


def run():
    total = len(str(factorial(scaled(1400))))
    total += sum(pi_digits(scaled(2400)))
    a, b = 0, 1
    for i in range(scaled(20000)):
        a, b = b, a + b
    return total + a % 1000003 + pow(3, 12345, 10 ** 30) % 97


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('big_integers: wrong result %r, expected %r' % (result, EXPECTED))
    print('big_integers %.6f %r' % (seconds, result))
