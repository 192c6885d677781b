# math: cbrt, exp2, fma, nextafter, remainder, ulp.
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


import math
inf, nan = float('inf'), float('nan')
print(math.cbrt(27), math.cbrt(-8), math.cbrt(0), math.cbrt(-0.0), math.cbrt(inf), math.cbrt(-inf), math.cbrt(nan), math.cbrt(2))  # expect: 3.0000000000000004 -2.0 0.0 -0.0 inf -inf nan 1.2599210498948734
print(error(math.cbrt, 'a'))  # expect: TypeError: must be real number, not str
print(math.exp2(10), math.exp2(-1), math.exp2(0.5), math.exp2(-2000), math.exp2(inf), math.exp2(-inf), math.exp2(nan))  # expect: 1024.0 0.5 1.4142135623730951 0.0 inf 0.0 nan
print(error(math.exp2, 2000))  # expect: OverflowError: math range error
print(error(math.exp2, None))  # expect: TypeError: must be real number, not NoneType
print(math.remainder(7, 4), math.remainder(5, 2), math.remainder(3, 2), math.remainder(-7, 4), math.remainder(1, inf))  # expect: -1.0 1.0 -1.0 1.0 1.0
print(math.remainder(-0.0, 1), math.remainder(4, 2), math.remainder(-4, 2), math.remainder(nan, 0), math.remainder(inf, nan))  # expect: -0.0 0.0 -0.0 nan nan
print(error(math.remainder, 1, 0))  # expect: ValueError: math domain error
print(error(math.remainder, inf, 1))  # expect: ValueError: math domain error
print(error(math.remainder, 'a', 1))  # expect: TypeError: must be real number, not str
print(math.fma(2, 3, 4), math.fma(0.1, 10, -1), math.fma(1e308, 10, -inf), math.fma(nan, 1, 1), math.fma(inf, 0, nan), math.fma(inf, 1, 1))  # expect: 10.0 5.551115123125783e-17 -inf nan nan inf
print(error(math.fma, inf, 0, 1))  # expect: ValueError: invalid operation in fma
print(error(math.fma, inf, 1, -inf))  # expect: ValueError: invalid operation in fma
print(error(math.fma, 1e308, 10, 1))  # expect: OverflowError: overflow in fma
print(error(math.fma, 1, 2, 'a'))  # expect: TypeError: must be real number, not str
print(math.ulp(1), math.ulp(0), math.ulp(-0.0), math.ulp(inf), math.ulp(-inf), math.ulp(nan), math.ulp(-1.7976931348623157e308), math.ulp(2 ** 52), math.ulp(5e-324))  # expect: 2.220446049250313e-16 5e-324 5e-324 inf inf nan 1.99584030953472e+292 1.0 5e-324
print(error(math.ulp, 'a'))  # expect: TypeError: must be real number, not str
print(math.nextafter(1, 2), math.nextafter(1, 0), math.nextafter(0, 1), math.nextafter(0, -1), math.nextafter(inf, 0), math.nextafter(0.0, -0.0))  # expect: 1.0000000000000002 0.9999999999999999 5e-324 -5e-324 1.7976931348623157e+308 -0.0
print(math.nextafter(1, nan), math.nextafter(nan, 1), math.nextafter(1.7976931348623157e308, inf), math.nextafter(5, 5))  # expect: nan nan inf 5.0
print(math.nextafter(1, 2, steps=0), math.nextafter(1, 2, steps=1), math.nextafter(1, 2, steps=5), math.nextafter(1, 2, steps=None))  # expect: 1.0 1.0000000000000002 1.000000000000001 1.0000000000000002
print(math.nextafter(1, 2, steps=10 ** 30), math.nextafter(-1.0, 2, steps=5), math.nextafter(-5e-324, 1, steps=1), math.nextafter(-5e-324, 1, steps=2))  # expect: 2.0 -0.9999999999999994 -0.0 5e-324
print(math.nextafter(5e-324, -1, steps=1), math.nextafter(5e-324, -1, steps=3), math.nextafter(-0.0, 0.0, steps=3), math.nextafter(nan, 2, steps=5))  # expect: 0.0 -1e-323 0.0 nan
print(math.nextafter(-inf, inf, steps=2 ** 62), math.nextafter(inf, -inf, steps=2 ** 63), math.nextafter(-inf, inf, steps=2 ** 64 - 1))  # expect: -1.0 -2.2250738585072014e-308 inf
print(error(math.nextafter, 1, 2, steps=-1))  # expect: ValueError: steps must be a non-negative integer
print(error(math.nextafter, 1, 2, steps=1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(error(math.nextafter, 1, 'a'))  # expect: TypeError: must be real number, not str
