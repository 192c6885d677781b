"""List methods: slices, insert, pop, reverse, sort, concatenation."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 561143100


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def run():
    total = 0
    for repeat in range(scaled(300)):
        items = list(range(2000))
        items.reverse()
        items[100:200] = items[300:350]
        items.sort()
        stack = []
        for item in items:
            stack.append(item)
            if item % 3 == 0:
                total += stack.pop()
        for i in range(200):
            items.insert(0, items.pop())
        other = items + stack + [0] * 100
        total += other[-101] + other.index(1000) + other.count(0) + len(other[::3])
        a, b, *rest = other
        total += a + b + len(rest)
        for i, (x, y) in enumerate(zip(items, stack)):
            total += i ^ x ^ y
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('list_work: wrong result %r, expected %r' % (result, EXPECTED))
    print('list_work %.6f %r' % (seconds, result))
