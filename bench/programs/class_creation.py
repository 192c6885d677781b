"""Class statements, instance creation and super calls."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 20008306000


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


class Base:
    def __init__(self, value):
        self.value = value


class Middle(Base):
    def __init__(self, value):
        super().__init__(value + 1)


class Leaf(Middle):
    def __init__(self, value):
        super().__init__(value + 1)
        self.extra = value


def make_class(i):
    class Fresh(Base):
        number = i

        def get(self):
            return self.value + self.number

    return Fresh


def run():
    total = 0
    for i in range(scaled(200000)):
        total += Leaf(i).value
    for i in range(scaled(4000)):
        total += make_class(i)(2).get()
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('class_creation: wrong result %r, expected %r' % (result, EXPECTED))
    print('class_creation %.6f %r' % (seconds, result))
