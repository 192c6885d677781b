"""Exact quotients of integers."""

import math
import numbers
import operator
import re
import sys

__all__ = ['Fraction', 'gcd']

_PyHASH_MODULUS = sys.hash_info.modulus
_PyHASH_INF = sys.hash_info.inf


def gcd(a, b):
    """Greatest common divisor with the sign of b; deprecated in favour of math.gcd()."""
    import warnings
    warnings.warn('fractions.gcd() is deprecated. Use math.gcd() instead.', DeprecationWarning, 2)
    return _gcd(a, b)


def _gcd(a, b):
    if type(a) is int is type(b):
        result = math.gcd(a, b)
        return -result if (b or a) < 0 else result
    while b:
        a, b = b, a % b
    return a


_RATIONAL_FORMAT = re.compile(r"""
    \A\s*
    (?P<sign>[-+]?)
    (?=\d|\.\d)                     # a digit comes, perhaps behind a point
    (?P<num>\d*)
    (?: (?:/(?P<denom>\d+))?        # a quotient
      | (?:\.(?P<decimal>\d*))?     # or a decimal number
        (?:E(?P<exp>[-+]?\d+))? )
    \s*\Z
    """, re.VERBOSE | re.IGNORECASE)


def _is_decimal(number):
    # decimal is loaded by programs that have such numbers.
    decimal = sys.modules.get('decimal')
    return decimal is not None and isinstance(number, decimal.Decimal)


def _from_text(text):
    # (numerator, denominator) of text, not reduced.
    found = _RATIONAL_FORMAT.match(text)
    if found is None:
        raise ValueError('Invalid literal for Fraction: %r' % text)
    numerator, denominator = int(found.group('num') or '0'), 1
    if found.group('denom'):
        denominator = int(found.group('denom'))
    else:
        decimal = found.group('decimal')
        if decimal:
            denominator = 10 ** len(decimal)
            numerator = numerator * denominator + int(decimal)
        exponent = int(found.group('exp') or 0)
        if exponent >= 0:
            numerator *= 10 ** exponent
        else:
            denominator *= 10 ** -exponent
    return -numerator if found.group('sign') == '-' else numerator, denominator


class Fraction(numbers.Rational):
    """Fraction(numerator=0, denominator=1), Fraction('3/4'), Fraction(0.75): a number in lowest terms.

    The arguments may be rational numbers; one alone may also be a float, a Decimal or text.
    """

    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        self = super(Fraction, cls).__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float) or _is_decimal(numerator):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError('argument should be a string or a Rational instance')
            numerator, denominator = _from_text(numerator)
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError('both arguments should be Rational instances')
        if denominator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % numerator)
        if _normalize:
            if type(numerator) is int is type(denominator):
                common = math.gcd(numerator, denominator)
                if denominator < 0:
                    common = -common
            else:
                common = _gcd(numerator, denominator)
            numerator //= common
            denominator //= common
        self._numerator, self._denominator = numerator, denominator
        return self

    @classmethod
    def from_float(cls, f):
        """The exact value of a float. Fraction.from_float(0.3) is not Fraction(3, 10)."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('%s.from_float() only takes floats, not %r (%s)' % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a finite Decimal."""
        from decimal import Decimal
        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError('%s.from_decimal() only takes Decimals, not %r (%s)' % (cls.__name__, dec, type(dec).__name__))
        return cls(*dec.as_integer_ratio())

    def limit_denominator(self, max_denominator=1000000):
        """The fraction next to it with a denominator no greater than that."""
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Convergents of the continued fraction, as far as they are allowed; the answer is the last of them or the
        # furthest allowed step on the way to the next.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        step, last = Fraction(p0 + k * p1, q0 + k * q1), Fraction(p1, q1)
        return last if abs(last - self) <= abs(step - self) else step

    numerator = property(operator.attrgetter('_numerator'))
    denominator = property(operator.attrgetter('_denominator'))

    def __repr__(self):
        return '%s(%s, %s)' % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return '%s/%s' % (self._numerator, self._denominator)

    # --- arithmetic
    def _operator_fallbacks(monomorphic_operator, fallback_operator):
        # (forward, reverse) methods: exact for rational numbers, in float or complex with those.
        def forward(a, b):
            if isinstance(b, (int, Fraction)):
                return monomorphic_operator(a, b)
            if isinstance(b, float):
                return fallback_operator(float(a), b)
            if isinstance(b, complex):
                return fallback_operator(complex(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return monomorphic_operator(a, b)
            if isinstance(a, numbers.Real):
                return fallback_operator(float(a), float(b))
            if isinstance(a, numbers.Complex):
                return fallback_operator(complex(a), complex(b))
            return NotImplemented

        name = fallback_operator.__name__
        for method, spelling in ((forward, '__%s__'), (reverse, '__r%s__')):
            method.__name__ = spelling % name
            method.__doc__ = monomorphic_operator.__doc__
        return forward, reverse

    def _add(a, b):
        """a + b"""
        da, db = a.denominator, b.denominator
        return Fraction(a.numerator * db + b.numerator * da, da * db)

    __add__, __radd__ = _operator_fallbacks(_add, operator.add)

    def _sub(a, b):
        """a - b"""
        da, db = a.denominator, b.denominator
        return Fraction(a.numerator * db - b.numerator * da, da * db)

    def _div(a, b):
        """a / b"""
        return Fraction(a.numerator * b.denominator, b.numerator * a.denominator)

    def _mul(a, b):
        """a * b"""
        return Fraction(a.numerator * b.numerator, b.denominator * a.denominator)

    __sub__, __rsub__ = _operator_fallbacks(_sub, operator.sub)
    __mul__, __rmul__ = _operator_fallbacks(_mul, operator.mul)
    __truediv__, __rtruediv__ = _operator_fallbacks(_div, operator.truediv)

    def __mod__(a, b):
        """a % b, with the sign of b"""
        return a - a // b * b

    def __rmod__(b, a):
        """a % b, with the sign of b"""
        return a - a // b * b

    def __floordiv__(a, b):
        """a // b, a whole number"""
        return math.floor(a / b)

    def __rfloordiv__(b, a):
        """a // b, a whole number"""
        return math.floor(a / b)

    def __pow__(a, b):
        """a ** b: a Fraction for whole exponents, else a float or complex."""
        if not isinstance(b, numbers.Rational):
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        if power >= 0:
            return Fraction(a._numerator ** power, a._denominator ** power, _normalize=False)
        if a._numerator >= 0:
            return Fraction(a._denominator ** -power, a._numerator ** -power, _normalize=False)
        return Fraction((-a._denominator) ** -power, (-a._numerator) ** -power, _normalize=False)

    def __rpow__(b, a):
        """a ** b"""
        whole = b._denominator == 1
        if isinstance(a, numbers.Rational) and not (whole and b._numerator >= 0):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** (b._numerator if whole else float(b))

    def __pos__(a):
        """+a: a Fraction of a subclass too."""
        return Fraction(a._numerator, a._denominator, _normalize=False)

    def __abs__(a):
        """abs(a)"""
        return -a if a._numerator < 0 else Fraction(a._numerator, a._denominator, _normalize=False)

    def __neg__(a):
        """-a: the sign is the numerator's"""
        return Fraction(-a._numerator, a._denominator, _normalize=False)

    def __trunc__(a):
        """The int next to it towards 0."""
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    def __floor__(a):
        """The greatest int not above it."""
        return a.numerator // a.denominator

    def __ceil__(a):
        """The least int not below it."""
        return -(-a.numerator // a.denominator)

    def __round__(self, ndigits=None):
        """An int, or a Fraction rounded to so many decimal digits; halves go to the even side."""
        if ndigits is not None:
            shift = 10 ** abs(ndigits)
            if ndigits > 0:
                return Fraction(round(self * shift), shift)
            return Fraction(round(self / shift) * shift)
        floor, rest = divmod(self.numerator, self.denominator)
        twice = rest * 2
        if twice == self.denominator:
            return floor + floor % 2
        return floor + (twice > self.denominator)

    # --- comparison
    def __hash__(self):
        # As for equal ints and floats: modulo a prime, where division is multiplying by the inverse.
        inverse = pow(self._denominator, _PyHASH_MODULUS - 2, _PyHASH_MODULUS)
        result = abs(self._numerator) * inverse % _PyHASH_MODULUS if inverse else _PyHASH_INF
        result = result if self >= 0 else -result
        return -2 if result == -1 else result

    def __eq__(a, b):
        """a == b"""
        # ints by far the most often
        if type(b) is int:
            return a._denominator == 1 and a._numerator == b
        if isinstance(b, numbers.Rational):
            return a._denominator == b.denominator and a._numerator == b.numerator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b
            return a == a.from_float(b)
        return NotImplemented

    def _richcmp(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def _ordering(op, sign):
        def compare(a, b):
            return a._richcmp(b, op)
        compare.__name__ = '__%s__' % op.__name__
        compare.__qualname__ = 'Fraction.' + compare.__name__
        compare.__doc__ = 'a %s b' % sign
        return compare

    __lt__, __le__ = _ordering(operator.lt, '<'), _ordering(operator.le, '<=')
    __gt__, __ge__ = _ordering(operator.gt, '>'), _ordering(operator.ge, '>=')
    del _ordering

    def __bool__(a):
        """Whether it is not 0."""
        return bool(a._numerator)

    # --- copies
    def __reduce__(self):
        return self.__class__, (str(self),)

    def is_integer(self):
        """Whether the denominator is 1."""
        return self._denominator == 1

    def as_integer_ratio(self):
        """The pair of numerator and denominator."""
        return self._numerator, self._denominator

    def __copy__(self):
        return self if type(self) == Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
