"""Attribute reads through instance, class and slots."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 21499990


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


class Point:
    scale = 2

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Derived(Point):
    @property
    def area(self):
        return self.x * self.y


def run():
    point, slotted, derived = Point(1, 2), Slotted(3, 4), Derived(5, 6)
    total = 0
    for i in range(scaled(500000)):
        point.x = slotted.y
        slotted.y = point.y + (i & 7)
        total += point.x * point.scale + derived.area + derived.scale
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('attributes: wrong result %r, expected %r' % (result, EXPECTED))
    print('attributes %.6f %r' % (seconds, result))
