"""Chains of iterators."""
import itertools
import sys
sys.dont_write_bytecode = True
from _rows import main, row

N = 10000
NUMBERS = list(range(N))


@row('range')
def loop():
    total = 0
    for i in range(N):
        total += i
    return total


@row('enumerate')
def enumerated():
    total = 0
    for i, x in enumerate(NUMBERS):
        total += i ^ x
    return total


@row('zip')
def zipped():
    total = 0
    for a, b in zip(NUMBERS, NUMBERS):
        total += a ^ b
    return total


@row('map and filter')
def mapped():
    return sum(map(lambda x: x + 1, filter(lambda x: x & 1, NUMBERS)))


@row('map(native)')
def mapped_native():
    return sum(map(abs, NUMBERS)) + len(list(map(str, NUMBERS)))


@row('generator expression')
def generator_expression():
    return sum(x * 2 for x in NUMBERS if x & 1)


@row('generator chain')
def chain():
    def evens(source):
        for x in source:
            if not x & 1:
                yield x

    def squares(source):
        for x in source:
            yield x * x
    return sum(squares(evens(NUMBERS)))


@row('yield from')
def delegate():
    def inner():
        yield from NUMBERS

    def outer():
        yield from inner()
    return sum(outer())


@row('any and all')
def any_all():
    return any(x == N - 1 for x in NUMBERS), all(x >= 0 for x in NUMBERS)


@row('reversed')
def backwards():
    total = 0
    for x in reversed(NUMBERS):
        total -= x
    return total


@row('itertools')
def tools():
    chained = itertools.chain(NUMBERS, itertools.islice(itertools.count(), N))
    return sum(itertools.takewhile(lambda x: x < N - 1, itertools.accumulate(itertools.repeat(1, 5000)))) + sum(chained)


@row('product, groupby')
def combined():
    pairs = sum(a ^ b for a, b in itertools.product(range(60), range(60)))
    return pairs, sum(1 for _ in itertools.groupby(NUMBERS, lambda x: x // 10))


@row('own iterator')
def own():
    class Count:
        def __init__(self, n):
            self.n = n

        def __iter__(self):
            return self

        def __next__(self):
            if self.n == 0:
                raise StopIteration
            self.n -= 1
            return self.n
    return sum(Count(3000))


@row('unpacking')
def unpack():
    total = 0
    for a, (b, c), *rest in [(1, (2, 3), 4, 5)] * 1000:
        total += a + b + c + len(rest)
    return total


main()
