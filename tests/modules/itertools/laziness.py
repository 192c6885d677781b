from itertools import chain, islice, takewhile, count, cycle, tee, accumulate, zip_longest, starmap, product


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def noisy(n):
    for i in range(n):
        print('make', i)
        yield i
c = chain(noisy(2), noisy(1))
print('nothing yet')  # expect: nothing yet
print(next(c), next(c), next(c), next(c, 'end'))  # expect: make 0
# expect: make 1
# expect: make 0
# expect: 0 1 0 end
print(list(islice(noisy(5), 2)))  # expect: make 0
# expect: make 1
# expect: [0, 1]
print(list(takewhile(lambda x: x < 1, noisy(5))))  # expect: make 0
# expect: make 1
# expect: [0]
a, b = tee(noisy(2))
print(next(a), next(b), next(a), next(b))  # expect: make 0
# expect: make 1
# expect: 0 0 1 1
print(next(accumulate(count(1), lambda x, y: x * y)), list(islice(accumulate(count(1)), 5)), list(islice(zip(count(), cycle('ab')), 4)), next(starmap(max, [(1, 2)])))  # expect: 1 [1, 3, 6, 10, 15] [(0, 'a'), (1, 'b'), (2, 'a'), (3, 'b')] 2
def bad():
    yield 1
    raise ValueError('bad')
i = chain(bad(), [2])
print(next(i))  # expect: 1
print(attempt(lambda: next(i)))  # expect: ValueError: bad
print(attempt(lambda: next(i)))  # expect: 2
p = product([1, 2], [3])
print(next(p), list(p))  # expect: (1, 3) [(2, 3)]
