# random: randbytes, binomialvariate, sample(counts=), defaults of the distributions.
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


import random
r = random.Random(1)
print(r.randbytes(5), r.randbytes(0), r.randbytes(1), len(random.randbytes(7)), len(random.SystemRandom().randbytes(9)))  # expect: b'\xf5\xb1e"\x91' b'' b'\xd8' 7 9
print(error(r.randbytes, -1))  # expect: ValueError: number of bits must be non-negative
r = random.Random(1)
print([r.binomialvariate(10, 0.5) for _ in range(10)], [r.binomialvariate(1000, 0.3) for _ in range(5)])  # expect: [5, 3, 3, 5, 4, 2, 4, 3, 5, 7] [304, 317, 304, 288, 296]
print([r.binomialvariate() for _ in range(10)], [r.binomialvariate(5, 0.01) for _ in range(5)], [r.binomialvariate(100, 0.9) for _ in range(5)])  # expect: [0, 0, 0, 1, 1, 0, 0, 0, 1, 1] [0, 0, 0, 1, 0] [86, 87, 92, 90, 93]
print(r.binomialvariate(5, 0.0), r.binomialvariate(5, 1.0), r.binomialvariate(0, 0.5), r.binomialvariate(3, 0))  # expect: 0 5 0 0
print(error(r.binomialvariate, -1, 0.5))  # expect: ValueError: n must be non-negative
print(error(r.binomialvariate, 5, 1.5))  # expect: ValueError: p must be in the range 0.0 <= p <= 1.0
print(error(r.binomialvariate, 5, -0.1))  # expect: ValueError: p must be in the range 0.0 <= p <= 1.0
r = random.Random(2)
print(r.sample(['a', 'b'], counts=[2, 1], k=3), r.sample('ab', 2, counts=(5, 5)), r.sample([1], 0, counts=[1]))  # expect: ['a', 'b', 'a'] ['b', 'a'] []
print(error(r.sample, ['a', 'b'], counts=[2, 1], k=4))  # expect: ValueError: Sample larger than population or is negative
print(error(r.sample, ['a', 'b'], counts=[2], k=1))  # expect: ValueError: The number of counts does not match the population
print(error(r.sample, ['a', 'b'], counts=[2, 0.5], k=1))  # expect: TypeError: Counts must be integers
print(error(r.sample, ['a', 'b'], counts=[0, 0], k=1))  # expect: ValueError: Total of counts must be greater than zero
r = random.Random(3)
print(r.expovariate(), r.gauss(), r.normalvariate(), r.gauss(mu=5), r.gauss(sigma=0))  # expect: 0.27176230323366835 -0.9243337520999115 0.4763221569853612 4.73630375321722 0.0
