import math


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: math.sqrt(-1)))  # expect: ValueError: math domain error
print(attempt(lambda: math.log(0)))  # expect: ValueError: math domain error
print(attempt(lambda: math.log(-5)))  # expect: ValueError: math domain error
print(attempt(lambda: math.log(0.0, 2)))  # expect: ValueError: math domain error
print(attempt(lambda: math.log(5, 1)))  # expect: ZeroDivisionError: float division by zero
print(attempt(lambda: math.exp(1000)))  # expect: OverflowError: math range error
print(attempt(lambda: math.pow(0, -1)))  # expect: ValueError: math domain error
print(attempt(lambda: math.pow(-8, 1 / 3)))  # expect: ValueError: math domain error
print(attempt(lambda: math.acos(2)))  # expect: ValueError: math domain error
print(attempt(lambda: math.factorial(-1)))  # expect: ValueError: factorial() not defined for negative values
print(attempt(lambda: math.factorial(1.5)))  # expect: ValueError: factorial() only accepts integral values
print(attempt(lambda: math.floor('a')))  # expect: TypeError: must be real number, not str
print(attempt(lambda: math.floor(math.nan)))  # expect: ValueError: cannot convert float NaN to integer
print(attempt(lambda: math.ceil(math.inf)))  # expect: OverflowError: cannot convert float infinity to integer
print(attempt(lambda: math.sqrt('a')))  # expect: TypeError: must be real number, not str
print(attempt(lambda: math.sqrt()))  # expect: TypeError: sqrt() takes exactly one argument (0 given)
print(attempt(lambda: math.sqrt(10**400)))  # expect: OverflowError: int too large to convert to float
print(attempt(lambda: math.gcd(1.5, 2)))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(attempt(lambda: math.fmod(1, 0)))  # expect: ValueError: math domain error
print(attempt(lambda: math.ldexp(1, 5000)))  # expect: OverflowError: math range error
print(attempt(lambda: math.gamma(0)))  # expect: ValueError: math domain error
print(attempt(lambda: math.isclose(1, 1, rel_tol=-1)))  # expect: ValueError: tolerances must be non-negative
print(attempt(lambda: math.fsum(['a'])))  # expect: TypeError: must be real number, not str
print(attempt(lambda: math.atanh(1)))  # expect: ValueError: math domain error
print(attempt(lambda: math.factorial('5')))  # expect: TypeError: an integer is required (got type str)
print(math.factorial(5.0), math.pow(math.inf, 0), math.log2(2**1000), math.ldexp(1, -5000))  # expect: 120 1.0 1000.0 0.0
class C:
    def __ceil__(self):
        return 'ceil'
    def __floor__(self):
        return 'floor'
    def __trunc__(self):
        return 'trunc'
    def __float__(self):
        return 4.0
print(math.ceil(C()), math.floor(C()), math.trunc(C()), math.sqrt(C()))  # expect: ceil floor trunc 2.0
