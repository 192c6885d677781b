import sys
import functools
import bisect
import copy

b = bytearray(range(10))
b[sys.maxsize:0:-3] = bytes(3)
print(list(b))
b = bytearray()
b[::-1] = b''
b[5:1:-1] = b''
del b[sys.maxsize::-2]
print(b, b.__alloc__() > 0)
f = frozenset('ab')
print(f.intersection() is f, f.intersection() == f, 'abc'.expandtabs() == 'abc')
it = reversed([1, 2])
next(it), next(it)
print(type(it), it.__reduce__()[0].__name__)
print('{0[{]}'.format({'{': 1}))
try:
    '{0[{1}]}'.format('abc', 4)
except TypeError as error:
    print(error)


@functools.lru_cache(maxsize=-10)
def square(n):
    return n * n


print([square(n) for n in (1, 1, 2, 2, 1)], square.cache_info())
p = functools.partial(print, [1], key=2)
q = copy.copy(p)
print(q.args is p.args, q.keywords == p.keywords)
print(bisect.bisect == bisect.bisect_right, bisect.insort == bisect.insort_right)


class Broken:
    @property
    def __eq__(self):
        raise AttributeError('no')


print(Broken() == Broken(), Broken() != 1)
