"""Set algebra and membership."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 980640


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def run():
    total = 0
    for repeat in range(scaled(120)):
        evens = set(range(0, 4000, 2))
        threes = set(range(0, 4000, 3))
        total += len(evens & threes) + len(evens | threes) + len(evens - threes) + len(evens ^ threes)
        for i in range(2000):
            if i in evens:
                total += 1
        seen = set()
        for i in range(2000):
            seen.add(i * i % 1009)
        total += len(seen)
        for i in range(1009):
            seen.discard(i)
        total += len(seen) + (evens <= threes)
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('set_work: wrong result %r, expected %r' % (result, EXPECTED))
    print('set_work %.6f %r' % (seconds, result))
