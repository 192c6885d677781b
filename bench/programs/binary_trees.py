"""Allocation and release of many small objects."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 272251


def scaled(n, logarithmic=False):
    """The amount of work: n at scale 1; for exponential work one less per halving of the scale."""
    if logarithmic:
        scale = SCALE
        while scale < 0.5 and n > 4:
            scale, n = scale * 2, n - 1
        return n
    return max(1, int(n * SCALE))


class Node:
    __slots__ = ('left', 'right')

    def __init__(self, left, right):
        self.left = left
        self.right = right


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def check(node):
    if node.left is None:
        return 1
    return 1 + check(node.left) + check(node.right)


def run():
    total = 0
    for depth in range(4, scaled(17, logarithmic=True)):
        for repeat in range(1 << max(0, 10 - depth)):
            total += check(build(depth))
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('binary_trees: wrong result %r, expected %r' % (result, EXPECTED))
    print('binary_trees %.6f %r' % (seconds, result))
