# zip(strict=True).
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


import copy


def pairs(*args, **kwargs):
    return error(lambda: list(zip(*args, **kwargs)))


print(pairs([1, 2], [3, 4], strict=True), pairs([1], strict=True), pairs(strict=True), pairs([], [], strict=True))  # expect: [(1, 3), (2, 4)] [(1,)] [] []
print(pairs([1], [2, 3], strict=False), pairs([1], [2, 3], strict=0), pairs('ab', 'cd', strict='yes'))  # expect: [(1, 2)] [(1, 2)] [('a', 'c'), ('b', 'd')]
print(pairs([1], [2, 3], strict=True))  # expect: ValueError: zip() argument 2 is longer than argument 1
print(pairs([1, 2], [3], strict=True))  # expect: ValueError: zip() argument 2 is shorter than argument 1
print(pairs([], [1], strict=True))  # expect: ValueError: zip() argument 2 is longer than argument 1
print(pairs([1], [], strict=True))  # expect: ValueError: zip() argument 2 is shorter than argument 1
print(pairs([1, 2], [3, 4], [5], strict=True))  # expect: ValueError: zip() argument 3 is shorter than arguments 1-2
print(pairs([1], [3], [5, 6], strict=True))  # expect: ValueError: zip() argument 3 is longer than arguments 1-2
print(pairs([1], [3, 4], [5, 6], strict=True))  # expect: ValueError: zip() argument 2 is longer than argument 1
print(pairs([1, 2], [3], [5, 6], strict=True))  # expect: ValueError: zip() argument 2 is shorter than argument 1
print(pairs([1, 2], [3, 4], [5, 6], [7, 8], [9], strict=True))  # expect: ValueError: zip() argument 5 is shorter than arguments 1-4
print(pairs([1], [2], [3], [4], [5, 6], strict=True))  # expect: ValueError: zip() argument 5 is longer than arguments 1-4


def ends(*items):
    yield from items
    raise ValueError('over')


print(pairs(ends(1), [1, 2], strict=True))  # expect: ValueError: over
print(pairs([1], ends(1), strict=True))  # expect: ValueError: over
print(pairs([1], [1], ends(1), strict=True))  # expect: ValueError: over


class Truth:
    def __bool__(self):
        raise KeyError('no truth')


print(pairs([1], strict=Truth()))  # expect: KeyError: 'no truth'
strict, loose = zip([1], [2], strict=True), zip([1], [2])
print(strict.__reduce__()[0], strict.__reduce__()[2:], loose.__reduce__()[2:])  # expect: <class 'zip'> (True,) ()
twin = copy.copy(zip(iter([1]), iter([1, 2]), strict=True))
print(next(twin))  # expect: (1, 1)
print(error(next, twin))  # expect: ValueError: zip() argument 2 is longer than argument 1
loose = zip([1], [2, 3])
loose.__setstate__(1)
print(next(loose), error(next, loose))  # expect: (1, 2) ValueError: zip() argument 2 is longer than argument 1


class Zip(zip):
    pass


print(error(list, Zip([1], [2, 3], strict=True)))  # expect: ValueError: zip() argument 2 is longer than argument 1
print(len(list(zip(range(1000), range(1000), strict=True))))  # expect: 1000
