# math: products, sums and distances.
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


import fractions
import math
inf, nan = float('inf'), float('nan')
print(math.prod([]), math.prod([2, 3, 4]), math.prod([1.5, 2]), math.prod(range(1, 20)), math.prod([2], start=5))  # expect: 1 24 3.0 121645100408832000 10
print(math.prod([1, 'ab']), math.prod(['ab', 2], start=1), math.prod([fractions.Fraction(1, 3), 3]), math.prod(iter((2, 5))))  # expect: ab abab 1 10
print(math.prod([], start='x'), math.prod([10 ** 20] * 3), math.prod([True, True]))  # expect: x 1000000000000000000000000000000000000000000000000000000000000 1
print(error(math.prod, 1))  # expect: TypeError: 'int' object is not iterable
print(error(math.prod, [2, 3], start=None))  # expect: TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
print(error(math.prod, ['a', 'b']))  # expect: TypeError: can't multiply sequence by non-int of type 'str'
print(math.hypot(3), math.hypot(-3), math.hypot(3, 4), math.hypot(1, 2, 3), math.hypot(1, 1, 1, 1), math.hypot(0, 0, 0))  # expect: 3.0 3.0 5.0 3.7416573867739413 2.0 0.0
print(math.hypot(1e308, 1e308, 1e308), math.hypot(1e-320, 1e-320, 1e-320), math.hypot(5e-324), math.hypot(-0.0))  # expect: 1.7320508075688772e+308 1.732e-320 5e-324 0.0
print(math.hypot(inf, nan, 1), math.hypot(nan, 1, 2), math.hypot(nan, -inf, 3), math.hypot(nan))  # expect: inf nan inf nan
print(math.hypot(10 ** 20, 1, 2), math.hypot(True, 2, 2), math.hypot(0.1, 0.2, 0.3), math.hypot(*range(20)))  # expect: 1e+20 3.0 0.3741657386773941 49.69909455915671
print(error(math.hypot, 'a'))  # expect: TypeError: must be real number, not str
print(error(math.hypot, 1, 2, None))  # expect: TypeError: must be real number, not NoneType
print(math.dist([1, 2], [4, 6]), math.dist((), ()), math.dist([1], [3]), math.dist((1, 2, 3), (4, 5, 6)))  # expect: 5.0 0.0 2.0 5.196152422706632
print(math.dist([1, inf], [2, nan]), math.dist([1], [nan]), math.dist(iter([1, 2]), {4: 0, 6: 0}), math.dist([0.1] * 5, [0.3] * 5))  # expect: nan nan 5.0 0.4472135954999579
print(error(math.dist, [1], [1, 2]))  # expect: ValueError: both points must have the same number of dimensions
print(error(math.dist, 1, [2]))  # expect: TypeError: 'int' object is not iterable
print(error(math.dist, [1], ['a']))  # expect: TypeError: must be real number, not str
print(math.sumprod([1, 2], [3, 4]), math.sumprod([], []), math.sumprod([1.5, 2], [3, 4]), math.sumprod([True, 2], [3, 4.0]))  # expect: 11 0 12.5 11.0
print(math.sumprod([0.1] * 10, [1] * 10), math.sumprod([1e16, 1, -1e16], [1, 1, 1]), math.sumprod([10, 20, 30], [1, 2, 3]))  # expect: 1.0 0.0 140
print(math.sumprod([10 ** 30, 2], [3, 4]), math.sumprod([10 ** 30, 2], [3, 4.0]), math.sumprod(iter([1]), iter([2])))  # expect: 3000000000000000000000000000008 3e+30 2
print(math.sumprod([inf, 1], [1, 1]), math.sumprod([inf, 1], [0, 1]), math.sumprod([nan], [1]), math.sumprod([fractions.Fraction(1, 3)], [3]))  # expect: inf nan nan 1
print(math.sumprod([1, 2.5, 3], [4, 2, fractions.Fraction(1, 2)]), type(math.sumprod([1, 2], [3, 4.0])).__name__)  # expect: 10.5 float
print(error(math.sumprod, [1, 2], [3]))  # expect: ValueError: Inputs are not the same length
print(error(math.sumprod, [1], [3, 4]))  # expect: ValueError: Inputs are not the same length
print(error(math.sumprod, 1, 2))  # expect: TypeError: 'int' object is not iterable
print(error(math.sumprod, ['a'], ['b']))  # expect: TypeError: can't multiply sequence by non-int of type 'str'
print(error(math.sumprod, ['a'], [2]))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
print(error(math.sumprod, [None], [2]))  # expect: TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
