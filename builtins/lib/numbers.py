"""Abstract base classes of numbers: Number > Complex > Real > Rational > Integral."""

from abc import ABCMeta, abstractmethod

__all__ = ['Number', 'Complex', 'Real', 'Rational', 'Integral']


def _named(method, owner, name, doc):
    method.__name__, method.__qualname__, method.__doc__ = name, owner + '.' + name, doc
    return abstractmethod(method)


def _unary(owner, name, doc):
    """An abstract method without arguments."""
    def method(self):
        raise NotImplementedError
    return _named(method, owner, name, doc)


def _comparison(owner, name, sign):
    """An abstract method with another operand."""
    def method(self, other):
        raise NotImplementedError
    return _named(method, owner, name, 'self %s other' % sign)


def _operator(owner, name, sign):
    """Both abstract methods of an operator: for the operand on the left, for the one on the right."""
    def reflected(self, other):
        raise NotImplementedError
    return (_comparison(owner, '__%s__' % name, sign),
            _named(reflected, owner, '__r%s__' % name, 'other %s self' % sign))


class Number(metaclass=ABCMeta):
    """All numbers; isinstance(x, Number) asks for nothing in particular."""

    __slots__ = ()
    __hash__ = None   # concrete classes know equal numbers of other classes


class Complex(Number):
    """Numbers with the arithmetic of the built-in complex."""

    __slots__ = ()

    __complex__ = _unary('Complex', '__complex__', 'The number as a built-in complex.')
    real = property(_unary('Complex', 'real', 'The real part, a Real.'))
    imag = property(_unary('Complex', 'imag', 'The imaginary part, a Real.'))
    conjugate = _unary('Complex', 'conjugate', 'The same with the imaginary part negated.')

    __pos__ = _unary('Complex', '__pos__', '+self')
    __neg__ = _unary('Complex', '__neg__', '-self')
    __abs__ = _unary('Complex', '__abs__', 'The distance from 0, a Real.')
    __add__, __radd__ = _operator('Complex', 'add', '+')
    __mul__, __rmul__ = _operator('Complex', 'mul', '*')
    __truediv__, __rtruediv__ = _operator('Complex', 'truediv', '/')
    __eq__ = _comparison('Complex', '__eq__', '==')

    @abstractmethod
    def __pow__(self, exponent):
        """self ** exponent"""
        raise NotImplementedError

    @abstractmethod
    def __rpow__(self, base):
        """base ** self"""
        raise NotImplementedError

    # What follows from the above.

    def __bool__(self):
        """Whether it is not 0."""
        return self != 0

    def __sub__(self, other):
        """self - other"""
        return self + -other

    def __rsub__(self, other):
        """other - self"""
        return -self + other


class Real(Complex):
    """Numbers on the line: ordered, with floor division and rounding."""

    __slots__ = ()

    __float__ = _unary('Real', '__float__', 'The number as a built-in float.')
    __trunc__ = _unary('Real', '__trunc__', 'The Integral next to it towards 0.')
    __floor__ = _unary('Real', '__floor__', 'The greatest Integral not above it.')
    __ceil__ = _unary('Real', '__ceil__', 'The least Integral not below it.')
    __floordiv__, __rfloordiv__ = _operator('Real', 'floordiv', '//')
    __mod__, __rmod__ = _operator('Real', 'mod', '%')
    __lt__ = _comparison('Real', '__lt__', '<')
    __le__ = _comparison('Real', '__le__', '<=')

    @abstractmethod
    def __round__(self, ndigits=None):
        """Rounded to so many decimal digits; halves go to the even side."""
        raise NotImplementedError

    def __divmod__(self, other):
        """(self // other, self % other)"""
        return self // other, self % other

    def __rdivmod__(self, other):
        """(other // self, other % self)"""
        return other // self, other % self

    def __complex__(self):
        """complex(float(self))"""
        return complex(float(self))

    def conjugate(self):
        """The number itself."""
        return +self

    real = property(conjugate, doc='The number itself.')
    imag = property(lambda self: 0, doc='0')


class Rational(Real):
    """Quotients of integers: numerator and denominator in lowest terms, the denominator positive."""

    __slots__ = ()

    numerator = property(_unary('Rational', 'numerator', 'The integer above the line.'))
    denominator = property(_unary('Rational', 'denominator', 'The integer below the line.'))

    def __float__(self):
        """numerator / denominator"""
        return self.numerator / self.denominator


class Integral(Rational):
    """Whole numbers, with the operations on bits."""

    __slots__ = ()

    __int__ = _unary('Integral', '__int__', 'The number as a built-in int.')
    __invert__ = _unary('Integral', '__invert__', '~self')
    __and__, __rand__ = _operator('Integral', 'and', '&')
    __or__, __ror__ = _operator('Integral', 'or', '|')
    __xor__, __rxor__ = _operator('Integral', 'xor', '^')
    __lshift__, __rlshift__ = _operator('Integral', 'lshift', '<<')
    __rshift__, __rrshift__ = _operator('Integral', 'rshift', '>>')

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        """self ** exponent, or that % modulus"""
        raise NotImplementedError

    def __index__(self):
        """int(self)"""
        return int(self)

    def __float__(self):
        """float(int(self))"""
        return float(int(self))

    numerator = property(lambda self: +self, doc='The number itself.')
    denominator = property(lambda self: 1, doc='1')


for _class, _type in ((Complex, complex), (Real, float), (Integral, int)):
    _class.register(_type)
del _class, _type
