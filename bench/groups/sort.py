"""Sorting: random, ordered and keyed."""
import operator
import random
import sys
sys.dont_write_bytecode = True
from _rows import main, row

N = 20000
random.seed(5)
INTS = [random.randrange(10 ** 9) for _ in range(N)]
FLOATS = [random.random() for _ in range(N)]
WORDS = ['word%d' % random.randrange(10 ** 6) for _ in range(N)]
PAIRS = [(random.randrange(100), random.randrange(10 ** 6)) for _ in range(N)]
ORDERED = sorted(INTS)
RUNS = ORDERED[:N // 2] + ORDERED[:N // 2]


@row('random ints')
def random_ints():
    return sorted(INTS)[N // 3]


@row('random floats')
def random_floats():
    return sorted(FLOATS)[N // 3]


@row('random strs')
def random_strs():
    return sorted(WORDS)[N // 3]


@row('random tuples')
def random_tuples():
    return sorted(PAIRS)[N // 3]


@row('sorted')
def already_sorted():
    return [sorted(ORDERED)[N // 3] for _ in range(20)][0]


@row('reversed')
def backwards():
    return [sorted(ORDERED, reverse=True)[N // 3] for _ in range(10)][0]


@row('two runs')
def two_runs():
    return [sorted(RUNS)[N // 3] for _ in range(10)][0]


@row('key=lambda')
def keyed():
    return sorted(INTS, key=lambda x: x % 1000)[N // 3]


@row('key=itemgetter')
def keyed_native():
    return sorted(PAIRS, key=operator.itemgetter(1))[N // 3]


@row('key=str.lower')
def keyed_method():
    return sorted(WORDS, key=str.lower)[N // 3]


@row('min and max')
def extremes():
    return min(INTS), max(INTS), min(WORDS), max(INTS, key=abs)


main()
