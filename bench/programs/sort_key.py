"""Sorting with and without key functions."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 12949785714


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


class Record:
    def __init__(self, name, value):
        self.name = name
        self.value = value

    def __lt__(self, other):
        return self.value < other.value


def run():
    seed = 42
    numbers = []
    for i in range(8000):
        seed = (seed * 1103515245 + 12345) % 2147483648
        numbers.append(seed)
    total = 0
    for repeat in range(scaled(6)):
        total += sorted(numbers)[100]
        total += sorted(numbers, key=lambda number: number % 1000)[200]
        total += sorted(numbers, key=lambda number: -number, reverse=True)[5]
        names = sorted(str(number) for number in numbers)
        total += len(names[0])
        records = [Record('r', number) for number in numbers[:2000]]
        records.sort()
        total += records[7].value
        pairs = sorted((number % 10, number) for number in numbers)
        total += pairs[3][1]
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('sort_key: wrong result %r, expected %r' % (result, EXPECTED))
    print('sort_key %.6f %r' % (seconds, result))
