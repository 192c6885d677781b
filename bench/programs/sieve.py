"""Prime sieve with slice assignment over bytearray, and by division."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 173997664


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[0:2] = b'\0\0'
    i = 2
    while i * i <= n:
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
        i += 1
    return [i for i in range(n + 1) if flags[i]]


def by_division(n):
    primes = []
    for candidate in range(2, n):
        for prime in primes:
            if prime * prime > candidate:
                primes.append(candidate)
                break
            if candidate % prime == 0:
                break
        else:
            primes.append(candidate)
    return primes


def run():
    primes = sieve(scaled(2000000))
    return len(primes) + primes[-1] + sum(by_division(scaled(60000)))


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('sieve: wrong result %r, expected %r' % (result, EXPECTED))
    print('sieve %.6f %r' % (seconds, result))
