# itertools: pairwise, batched, accumulate(initial=).
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


import gc
import itertools
from itertools import accumulate, batched, pairwise
print(list(pairwise('abcd')), list(pairwise([1])), list(pairwise([])), list(pairwise(iter(range(3)))))  # expect: [('a', 'b'), ('b', 'c'), ('c', 'd')] [] [] [(0, 1), (1, 2)]
it = pairwise('abc')
print(next(it), next(it), next(it, 'end'), next(it, 'end'), iter(it) is it)  # expect: ('a', 'b') ('b', 'c') end end True
print(error(pairwise, 1))  # expect: TypeError: 'int' object is not iterable
print(error(pairwise, iterable=[1]))  # expect: TypeError: pairwise() takes no keyword arguments


def ends(*items):
    yield from items
    raise ValueError('over')


print(error(list, pairwise(ends(1, 2))))  # expect: ValueError: over
kept = list(pairwise(range(4)))
print(kept)  # expect: [(0, 1), (1, 2), (2, 3)]


class Again:
    # An iterator that advances the pairwise over itself.
    def __init__(self):
        self.count = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        if self.count == 2:
            next(self.pairs, None)
        if self.count > 6:
            raise StopIteration
        return self.count


again = Again()
again.pairs = pairwise(again)
print(len(list(again.pairs)) > 0)  # expect: True
print(list(batched('abcde', 2)), list(batched('abcd', 2)), list(batched('', 2)), list(batched('abc', 10)))  # expect: [('a', 'b'), ('c', 'd'), ('e',)] [('a', 'b'), ('c', 'd')] [] [('a', 'b', 'c')]
print(list(batched(iterable='abc', n=2)), list(batched('abcd', 2, strict=True)), list(batched('', 2, strict=True)))  # expect: [('a', 'b'), ('c',)] [('a', 'b'), ('c', 'd')] []
it = batched('abc', 2)
print(next(it), next(it), next(it, 'end'), next(it, 'end'))  # expect: ('a', 'b') ('c',) end end
print(error(list, batched('abcde', 2, strict=True)))  # expect: ValueError: batched(): incomplete batch
print(error(batched, 'abc', 0))  # expect: ValueError: n must be at least one
print(error(batched, 'abc', -1))  # expect: ValueError: n must be at least one
print(error(batched, 'abc', 1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(error(batched, 'abc', 10 ** 30))  # expect: OverflowError: Python int too large to convert to C ssize_t
print(error(batched, 1, 2))  # expect: TypeError: 'int' object is not iterable
it = batched(ends(1, 2, 3), 2)
print(next(it), error(next, it), next(it, 'end'))  # expect: (1, 2) ValueError: over end
print(list(accumulate([1, 2], initial=5)), list(accumulate([], initial=5)), list(accumulate([1, 2], initial=None)))  # expect: [5, 6, 8] [5] [1, 3]
print(list(accumulate([1, 2], max, initial=5)), list(accumulate([2, 3], lambda a, b: a * b, initial=1)), list(accumulate([], initial='x')))  # expect: [5, 5, 5] [1, 2, 6] ['x']
print(list(accumulate('bc', initial='a')), list(accumulate(iterable=[1], func=None, initial=0)))  # expect: ['a', 'ab', 'abc'] [0, 1]
print(error(list, accumulate([1], initial=None)), error(list, accumulate([None], initial=[])))  # expect: [1] TypeError: can only concatenate list (not "NoneType") to list
import copy
it = accumulate([1, 2], initial=5)
print(list(copy.copy(it)) if False else next(it), list(it))  # expect: 5 [6, 8]
for kind in pairwise, lambda x: batched(x, 2), lambda x: accumulate(x, initial=None):
    loop = []
    loop.append(kind(iter(loop)))
    del loop
print(gc.collect() >= 0)  # expect: True
