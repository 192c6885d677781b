"""User-defined arithmetic, comparison, indexing, length and calls."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 50625075001


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __getitem__(self, index):
        return self.y if index else self.x

    def __len__(self):
        return 2

    def __call__(self, k):
        return self.x * k


def run():
    position, speed = Vector(0, 0), Vector(1, 2)
    total = 0
    for i in range(scaled(150000)):
        position = position + speed * (i & 3)
        if position == speed:
            total += 1
        total += position[0] + len(position) + position(2)
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('operators: wrong result %r, expected %r' % (result, EXPECTED))
    print('operators %.6f %r' % (seconds, result))
