# math: integers.
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


import math
print(math.comb(5, 2), math.comb(5, 0), math.comb(5, 5), math.comb(3, 5), math.comb(0, 0), math.comb(100, 50))  # expect: 10 1 1 0 1 100891344545564193334812497256
print(math.comb(10 ** 30, 2), math.comb(10 ** 30, 10 ** 30 - 1), math.comb(True, 1), math.comb(60, 30))  # expect: 499999999999999999999999999999500000000000000000000000000000 1000000000000000000000000000000 1 118264581564861424
print(math.comb(5000, 2500) % (10 ** 20), math.comb(10 ** 40, 3) == 10 ** 40 * (10 ** 40 - 1) * (10 ** 40 - 2) // 6)  # expect: 73663207276383716320 True
print(error(math.comb, -1, 2))  # expect: ValueError: n must be a non-negative integer
print(error(math.comb, 5, -2))  # expect: ValueError: k must be a non-negative integer
print(error(math.comb, 5.0, 2))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(error(math.comb, 5, 'a'))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(error(math.comb, 10 ** 30, 10 ** 29))  # expect: OverflowError: min(n - k, k) must not exceed 9223372036854775807
print(math.perm(5), math.perm(5, 2), math.perm(5, None), math.perm(5, 0), math.perm(5, 5), math.perm(3, 5))  # expect: 120 20 120 1 120 0
print(math.perm(10 ** 30, 2), math.perm(25) == math.factorial(25), math.perm(1000, 900) % (10 ** 9 + 7))  # expect: 999999999999999999999999999999000000000000000000000000000000 True 908498078
print(error(math.perm, 5, -1))  # expect: ValueError: k must be a non-negative integer
print(error(math.perm, -5, 1))  # expect: ValueError: n must be a non-negative integer
print(error(math.perm, -5))  # expect: ValueError: factorial() not defined for negative values
print(error(math.perm, 10 ** 30))  # expect: OverflowError: factorial() argument should not exceed 9223372036854775807
print(error(math.perm, 10 ** 30, 10 ** 29))  # expect: OverflowError: k must not exceed 9223372036854775807
print(error(math.perm, 5.0))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(math.isqrt(0), math.isqrt(1), math.isqrt(3), math.isqrt(4), math.isqrt(True), math.isqrt(2 ** 62), math.isqrt(2 ** 63 - 1))  # expect: 0 1 1 2 1 2147483648 3037000499
print(math.isqrt(10 ** 40), math.isqrt(10 ** 40 - 1), math.isqrt(2 ** 64 - 1), math.isqrt(2 ** 64))  # expect: 100000000000000000000 99999999999999999999 4294967295 4294967296
print(all(math.isqrt(k * k + j) == k for k in (5, 3037000499, 2 ** 32, 10 ** 19, 10 ** 50, 7 ** 333) for j in (0, 1, 2 * k)))  # expect: True
print(all(math.isqrt(k * k - 1) == k - 1 for k in (5, 3037000499, 2 ** 32, 10 ** 19, 10 ** 50, 7 ** 333)))  # expect: True
print(error(math.isqrt, -1))  # expect: ValueError: isqrt() argument must be nonnegative
print(error(math.isqrt, -10 ** 30))  # expect: ValueError: isqrt() argument must be nonnegative
print(error(math.isqrt, 1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(math.gcd(), math.gcd(5), math.gcd(-5), math.gcd(12, 18, 27), math.gcd(0, 0), math.gcd(-4, 6, 8), math.gcd(10 ** 30, 10 ** 20, 15))  # expect: 0 5 5 3 0 2 5
print(math.lcm(), math.lcm(5), math.lcm(-5), math.lcm(4, 6, -10), math.lcm(0, 5), math.lcm(10 ** 20, 15), math.lcm(True, 3))  # expect: 1 5 5 60 0 300000000000000000000 3
print(error(math.gcd, 1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(error(math.gcd, 4, 6, 'a'))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(error(math.lcm, 1.0))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(error(math.lcm, 2, None))  # expect: TypeError: 'NoneType' object cannot be interpreted as an integer


class Index:
    def __index__(self):
        return 12


print(math.gcd(Index(), 18), math.lcm(Index(), 18), math.isqrt(Index()), math.comb(Index(), 2), math.perm(Index(), 2))  # expect: 6 36 3 66 132
