def numbers(n):
    yield from range(n)
def only_odd(it):
    for x in it:
        if x % 2:
            yield x
def squared(it):
    return (x * x for x in it)
def window(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) > n:
            del buf[0]
        if len(buf) == n:
            yield tuple(buf)
print(list(window(squared(only_odd(numbers(12))), 3)))  # expect: [(1, 9, 25), (9, 25, 49), (25, 49, 81), (49, 81, 121)]
def averager():
    total = count = 0
    avg = None
    while True:
        v = yield avg
        total += v
        count += 1
        avg = total / count
a = averager()
next(a)
print([a.send(v) for v in (10, 20, 60)])  # expect: [10.0, 15.0, 30.0]
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1
p = primes()
print([next(p) for _ in range(15)])  # expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
