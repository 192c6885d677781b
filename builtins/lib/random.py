"""Random numbers: uniform integers, sequences, and the usual continuous distributions, over the Mersenne Twister."""

from _random import Random as _CoreRandom
from math import acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, log as _log, pi as _pi, sin as _sin
from math import floor as _floor, lgamma as _lgamma, sqrt as _sqrt

__all__ = ["Random", "seed", "random", "uniform", "randint", "choice", "sample", "randrange", "shuffle",
           "normalvariate", "lognormvariate", "expovariate", "vonmisesvariate", "gammavariate", "triangular", "gauss",
           "betavariate", "paretovariate", "weibullvariate", "getstate", "setstate", "getrandbits", "choices",
           "SystemRandom", "randbytes", "binomialvariate"]

NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
TWOPI = 2.0 * _pi
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
# Bits in a float, and the size of one step of random().
BPF = 53
RECIP_BPF = 2 ** -BPF

_BuiltinMethod = type([].append)


def _urandom(count):
    from posix import urandom
    return urandom(count)


def _sha512(data):
    try:
        from _sha512 import sha512
    except ImportError:
        from hashlib import sha512
    return sha512(data).digest()


def _old_text_seed(a):
    """The number that a str or bytes seed meant in version 1: the hash of Python 2 for 64 bits."""
    a = a.decode('latin-1') if isinstance(a, bytes) else a
    x = ord(a[0]) << 7 if a else 0
    for char in a:
        x = ((1000003 * x) ^ ord(char)) & 0xFFFFFFFFFFFFFFFF
    x ^= len(a)
    return -2 if x == -1 else x


class Random(_CoreRandom):
    """A generator of its own state. Subclasses that bring another source override random(), seed(), getstate() and
    setstate(), and getrandbits() if they can."""

    VERSION = 3

    def __init__(self, x=None):
        """x: the seed, as for seed()."""
        self.seed(x)
        self.gauss_next = None

    def seed(self, a=None, version=2):
        """Start from a hashable object; None means the operating system's randomness or the time.

        In version 2 all the bits of a str, bytes or bytearray are used; version 1 gives the sequences of old Pythons.
        """
        if version == 1 and isinstance(a, (str, bytes)):
            a = _old_text_seed(a)
        if version == 2 and isinstance(a, (str, bytes, bytearray)):
            if isinstance(a, str):
                a = a.encode()
            a += _sha512(a)
            a = int.from_bytes(a, 'big')
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        """All that the next numbers depend on, for setstate()."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Go on from where getstate() was called."""
        version = state[0]
        if version not in (2, 3):
            raise ValueError("state with version %s passed to Random.setstate() of version %s"
                             % (version, self.VERSION))
        version, words, self.gauss_next = state
        if version == 2:
            # Signed numbers in those days.
            try:
                words = tuple(word % (2 ** 32) for word in words)
            except ValueError as error:
                raise TypeError from error
        super().setstate(words)

    # For pickle and copy; subclasses may have getstate() of their own.

    def __reduce__(self):
        return type(self), (), self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __getstate__(self):
        return self.getstate()

    # Bytes and integers

    def randbytes(self, n):
        """Generate n random bytes."""
        return self._random_bits(n * 8).to_bytes(n, 'little')

    def _random_bits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        return self.getrandbits(k) if k else 0

    def randrange(self, start, stop=None, step=1, _int=int):
        """Choose a random item from range(start, stop[, step])."""
        first = _int(start)
        if first != start:
            raise ValueError("non-integer arg 1 for randrange()")
        if stop is None:
            if first > 0:
                return self._randbelow(first)
            raise ValueError("empty range for randrange()")
        last = _int(stop)
        if last != stop:
            raise ValueError("non-integer stop for randrange()")
        width = last - first
        if step == 1:
            if width > 0:
                return first + self._randbelow(width)
            raise ValueError("empty range for randrange() (%d,%d, %d)" % (first, last, width))
        stride = _int(step)
        if stride != step:
            raise ValueError("non-integer step for randrange()")
        if stride == 0:
            raise ValueError("zero step for randrange()")
        count = (width + stride + (-1 if stride > 0 else 1)) // stride
        if count <= 0:
            raise ValueError("empty range for randrange()")
        return first + stride * self._randbelow(count)

    def randint(self, a, b):
        """Return random integer in range [a, b], including both end points."""
        return self.randrange(a, b + 1)

    def _randbelow(self, n, int=int, maxsize=1 << BPF):
        """Return a random int in the range [0,n).  Raises ValueError if n==0."""
        random = self.random
        getrandbits = self.getrandbits
        if type(random) is _BuiltinMethod or type(getrandbits) is not _BuiltinMethod:
            bits = n.bit_length()
            r = getrandbits(bits)
            while r >= n:
                r = getrandbits(bits)
            return r
        # A subclass gave its own random() and nothing for bits: floats are all there is.
        if n >= maxsize:
            from warnings import warn
            warn("Underlying random() generator does not supply \n"
                 "enough bits to choose from a population range this large.\n"
                 "To remove the range limitation, add a getrandbits() method.")
            return int(random() * n)
        if n == 0:
            raise ValueError("Boundary cannot be zero")
        limit = (maxsize - maxsize % n) / maxsize
        r = random()
        while r >= limit:
            r = random()
        return int(r * maxsize) % n

    # Sequences

    def choice(self, seq):
        """One element of a sequence that is not empty."""
        try:
            chosen = self._randbelow(len(seq))
        except ValueError:
            chosen = None
        if chosen is None:
            raise IndexError('Cannot choose from an empty sequence')
        return seq[chosen]

    def shuffle(self, x, random=None):
        """Shuffle list x in place, and return None. random: a function of no argument giving floats in [0.0, 1.0)."""
        if random is None:
            below = self._randbelow
            for i in range(len(x) - 1, 0, -1):
                j = below(i + 1)
                x[i], x[j] = x[j], x[i]
        else:
            for i in range(len(x) - 1, 0, -1):
                j = int(random() * (i + 1))
                x[i], x[j] = x[j], x[i]

    def _sample_of_counts(self, population, k, counts):
        # As if each element stood there that many times.
        from bisect import bisect
        from itertools import accumulate
        bounds = list(accumulate(counts))
        if len(bounds) != len(population):
            raise ValueError('The number of counts does not match the population')
        total = bounds.pop() if bounds else 0
        if not isinstance(total, int):
            raise TypeError('Counts must be integers')
        if total <= 0:
            raise ValueError('Total of counts must be greater than zero')
        return [population[bisect(bounds, place)] for place in self.sample(range(total), k)]

    def sample(self, population, k, *, counts=None):
        """Chooses k unique random elements from a population sequence or set, in random order.

        Elements of the population that are equal each count. To choose among integers use a range. counts: how many
        times each element of the population stands there.
        """
        from _collections_abc import Sequence, Set
        if isinstance(population, Set):
            population = tuple(population)
        if not isinstance(population, Sequence):
            raise TypeError("Population must be a sequence or set.  For dicts, use list(d).")
        if counts is not None:
            return self._sample_of_counts(population, k, counts)
        below = self._randbelow
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        result = [None] * k
        # Room for a set of k against room for a list of n.
        set_size = 21
        if k > 5:
            set_size += 4 ** _ceil(_log(k * 3, 4))
        if n <= set_size:
            pool = list(population)
            for i in range(k):
                j = below(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            selected = set()
            for i in range(k):
                j = below(n)
                while j in selected:
                    j = below(n)
                selected.add(j)
                result[i] = population[j]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """Return a k sized list of population elements chosen with replacement, equally likely unless relative
        weights or cumulative weights are given."""
        random = self.random
        if cum_weights is None:
            if weights is None:
                total = len(population)
                return [population[int(random() * total)] for _ in range(k)]
            from itertools import accumulate
            cum_weights = list(accumulate(weights))
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != len(population):
            raise ValueError('The number of weights does not match the population')
        from bisect import bisect
        total = cum_weights[-1]
        hi = len(cum_weights) - 1
        return [population[bisect(cum_weights, random() * total, 0, hi)] for _ in range(k)]

    # Distributions

    def uniform(self, a, b):
        """Get a random number in the range [a, b) or [a, b] depending on rounding."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """Triangular distribution between low and high, with its peak at mode (the middle if not given)."""
        u = self.random()
        peak = 0.5
        if mode is not None:
            try:
                peak = (mode - low) / (high - low)
            except ZeroDivisionError:
                return low
        if u <= peak:
            return low + (high - low) * (u * peak) ** 0.5
        return high + (low - high) * ((1.0 - u) * (1.0 - peak)) ** 0.5

    def normalvariate(self, mu=0.0, sigma=1.0):
        """Normal distribution: mu is the mean, and sigma is the standard deviation (Kinderman and Monahan)."""
        random = self.random
        while True:
            u1 = random()
            u2 = 1.0 - random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_log(u2):
                return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """Log normal distribution: its logarithm is normal with mean mu and standard deviation sigma."""
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        """Exponential distribution: lambd is 1.0 divided by the desired mean, and nonzero."""
        return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        """Circular data distribution: mu is the mean angle in radians, kappa the concentration (Best and Fisher)."""
        random = self.random
        if kappa <= 1e-6:
            return TWOPI * random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * random())
            d = z / (r + z)
            u = random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        angle = _acos((q + z) / (1.0 + q * z))
        if random() > 0.5:
            return (mu + angle) % TWOPI
        return (mu - angle) % TWOPI

    def gammavariate(self, alpha, beta):
        """Gamma distribution of shape alpha > 0 and scale beta > 0."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        random = self.random
        if alpha > 1.0:
            # Cheng's rejection from a log-logistic.
            shape = _sqrt(2.0 * alpha - 1.0)
            while True:
                u = random()
                if not 1e-7 < u < .9999999:
                    continue
                z = u * u * (1.0 - random())
                v = _log(u / (1.0 - u)) / shape
                x = alpha * _exp(v)
                bound = (alpha - LOG4) + (alpha + shape) * v - x
                if bound + SG_MAGICCONST - 4.5 * z >= 0.0 or bound >= _log(z):
                    return x * beta
        if alpha == 1.0:
            u = random()
            while u <= 1e-7:
                u = random()
            return -_log(u) * beta
        # Ahrens and Dieter's GS.
        b = (_e + alpha) / _e
        while True:
            p = b * random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            u = random()
            if p > 1.0:
                if u <= x ** (alpha - 1.0):
                    return x * beta
            elif u <= _exp(-x):
                return x * beta

    def gauss(self, mu=0.0, sigma=1.0):
        """Gaussian distribution, faster than normalvariate(); not thread-safe without a lock around calls."""
        # Values come in pairs: the second one is kept for the next call.
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def betavariate(self, alpha, beta):
        """Beta distribution for alpha > 0 and beta > 0: values between 0 and 1."""
        y = self.gammavariate(alpha, 1.0)
        return 0.0 if y == 0 else y / (y + self.gammavariate(beta, 1.0))

    def binomialvariate(self, n=1, p=0.5):
        """Binomial distribution: the number of successes in n independent trials of probability p each."""
        if n < 0:
            raise ValueError("n must be non-negative")
        if p <= 0.0 or p >= 1.0:
            if p == 0.0:
                return 0
            if p == 1.0:
                return n
            raise ValueError("p must be in the range 0.0 <= p <= 1.0")
        if n == 1:
            return int(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        if n * p < 10.0:
            return self._binomial_by_gaps(n, p)
        return self._binomial_by_rejection(n, p)

    def _binomial_by_gaps(self, n, p):
        # Devroye: the trials between two successes are geometrically distributed.
        scale = _log(1.0 - p, 2.0)
        if not scale:
            return 0
        successes = trials = 0
        random = self.random
        while True:
            trials += _floor(_log(random(), 2.0) / scale) + 1
            if trials > n:
                return successes
            successes += 1

    def _binomial_by_rejection(self, n, p):
        # Hormann's BTRS: a transformed uniform pair, most often accepted at once.
        spread = _sqrt(n * p * (1.0 - p))
        b = 1.15 + 2.53 * spread
        a = -0.0873 + 0.0248 * b + 0.01 * p
        c = n * p + 0.5
        vr = 0.92 - 4.2 / b
        prepared = False
        random = self.random
        while True:
            u = random() - 0.5
            us = 0.5 - abs(u)
            k = _floor((2.0 * a / us + b) * u + c)
            if k < 0 or k > n:
                continue
            v = random()
            if us >= 0.07 and v <= vr:
                return k
            if not prepared:
                alpha = (2.83 + 5.1 / b) * spread
                lpq = _log(p / (1.0 - p))
                m = _floor((n + 1) * p)
                h = _lgamma(m + 1) + _lgamma(n - m + 1)
                prepared = True
            v *= alpha / (a / (us * us) + b)
            if _log(v) <= h - _lgamma(k + 1) - _lgamma(n - k + 1) + (k - m) * lpq:
                return k

    def paretovariate(self, alpha):
        """Pareto distribution.  alpha is the shape parameter."""
        return 1.0 / (1.0 - self.random()) ** (1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """Weibull distribution: alpha is the scale parameter and beta is the shape parameter."""
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)


class SystemRandom(Random):
    """Random numbers from the operating system: no state, no seed."""

    def random(self):
        """A float of [0.0, 1.0)."""
        bits = int.from_bytes(_urandom(7), 'big') >> 56 - BPF
        return bits * RECIP_BPF

    def randbytes(self, n):
        """Generate n random bytes."""
        return _urandom(n)

    def getrandbits(self, k):
        """getrandbits(k) -> x.  An int of k random bits."""
        if not k > 0:
            raise ValueError('number of bits must be greater than zero')
        if int(k) != k:
            raise TypeError('number of bits should be an integer')
        size = (k + 7) // 8
        return int.from_bytes(_urandom(size), 'big') >> (size * 8 - k)

    def seed(self, *args, **kwds):
        """Not used for a system random number generator."""
        return None

    def _notimplemented(self, *args, **kwds):
        """Not available: the source has no state to give."""
        raise NotImplementedError('System entropy source does not have state.')

    getstate = setstate = _notimplemented


# One instance, whose methods are the functions of the module.
_inst = Random()
for _name in __all__:
    if _name[0].islower():
        globals()[_name] = getattr(_inst, _name)
del _name
