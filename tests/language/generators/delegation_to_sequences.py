# `yield from` lists, tuples and ranges, alone and through generators: what can be seen of them meanwhile.
import sys


def over(source):
    result = yield from source
    return result


def twice(source):
    yield from over(source)
    yield 'between'
    yield from over(source)


items = [1, 2, 3]
print(list(over(items)), list(over((1, 2))), list(over(range(3))), list(twice(items)), list(over([])))  # expect: [1, 2, 3] [1, 2] [0, 1, 2] [1, 2, 3, 'between', 1, 2, 3] []
print(list(over(range(2 ** 61 - 2, 2 ** 61 + 1))), list(over(range(2 ** 70, 2 ** 70 + 2))))  # expect: [2305843009213693950, 2305843009213693951, 2305843009213693952] [1180591620717411303424, 1180591620717411303425]

g = over(items)
print(next(g), g.gi_running, type(g.gi_yieldfrom).__name__, g.gi_frame.f_lasti > 0)  # expect: 1 False list_iterator True
items.append(4)
print(next(g), g.send(None), next(g))  # expect: 2 3 4
items.append(5)
print(next(g))  # expect: 5
try:
    next(g)
except StopIteration as e:
    print('end', e.value, g.gi_frame)  # expect: end None None

g = twice((1, 2))
print(next(g), type(g.gi_yieldfrom.gi_yieldfrom).__name__)  # expect: 1 tuple_iterator
try:
    g.send('x')
except AttributeError as e:
    print(e)  # expect: 'tuple_iterator' object has no attribute 'send'
g = twice((1, 2))
next(g)
try:
    g.throw(KeyError('thrown'))
except KeyError as e:
    print(repr(e), e.__traceback__.tb_next.tb_frame.f_code.co_name)  # expect: KeyError('thrown',) twice
g = twice((1, 2))
next(g)
print(g.close(), g.gi_frame)  # expect: None None


# five levels and more
def deep(n, source):
    if n:
        yield from deep(n - 1, source)
    else:
        yield from source
    yield n


for n in (1, 3, 4, 5, 9):
    print(list(deep(n, range(3))))
# expect: [0, 1, 2, 0, 1]
# expect: [0, 1, 2, 0, 1, 2, 3]
# expect: [0, 1, 2, 0, 1, 2, 3, 4]
# expect: [0, 1, 2, 0, 1, 2, 3, 4, 5]
# expect: [0, 1, 2, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]


# the last reference to the list goes when it ends: its items' code may look at the generator
class Looks:
    def __del__(self):
        try:
            next(g)
        except (ValueError, StopIteration) as e:
            print(type(e).__name__, e)


def gone():
    yield from [Looks()]
    yield 'after'


g = gone()
first = next(g)
del first
print(next(g))  # expect: ValueError generator already executing
# expect: after
print(sum(over(range(1000))), max(over((3, 9, 2))))  # expect: 499500 9


# a frame is seen by code that runs in a delegate
class Source:
    def __init__(self):
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration('done')
        return sys._getframe(1).f_code.co_name


print(list(twice(Source())), list(over(Source())))  # expect: ['over', 'over', 'between'] ['over', 'over']

# --- star targets
for source in ((1, 2, 3, 4), [1, 2, 3, 4], 'abcd', range(4), {1: 2, 3: 4, 5: 6, 7: 8}):
    a, *b = source
    *c, d = source
    e, *f, g2 = source
    (h, *i), *j, k = source[:2] if isinstance(source, list) else ([1, 2], 3), 4, 5
    print(a, b, c, d, e, f, g2, h, i, j, k)
# expect: 1 [2, 3, 4] [1, 2, 3] 4 1 [2, 3] 4 [1, 2] [3] [4] 5
# expect: 1 [2, 3, 4] [1, 2, 3] 4 1 [2, 3] 4 1 [2] [4] 5
# expect: a ['b', 'c', 'd'] ['a', 'b', 'c'] d a ['b', 'c'] d [1, 2] [3] [4] 5
# expect: 0 [1, 2, 3] [0, 1, 2] 3 0 [1, 2] 3 [1, 2] [3] [4] 5
# expect: 1 [3, 5, 7] [1, 3, 5] 7 1 [3, 5] 7 [1, 2] [3] [4] 5
for source in ((), (1,), [1]):
    try:
        a, *b, c = source
    except ValueError as e:
        print(e)
# expect: not enough values to unpack (expected at least 2, got 0)
# expect: not enough values to unpack (expected at least 2, got 1)
# expect: not enough values to unpack (expected at least 2, got 1)
a, *a = 1, 2, 3
print(a)  # expect: [2, 3]


class Kept(tuple):
    def __iter__(self):
        return iter('own')


first, *rest = Kept((1, 2))
print(first, rest)  # expect: o ['w', 'n']
