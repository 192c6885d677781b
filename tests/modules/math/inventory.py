"""Every name of the reference is there."""
import math

EXPECTED = '''
    acos acosh asin asinh atan atan2 atanh ceil copysign cos cosh degrees e erf erfc exp expm1 fabs factorial
    floor fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan ldexp lgamma log log10 log1p log2
    modf nan pi pow radians sin sinh sqrt tan tanh tau trunc
'''.split()

print([name for name in EXPECTED if not hasattr(math, name)])  # expect: []
print(len(EXPECTED))  # expect: 49
