# functools: cache, cached_property, singledispatchmethod, register() by annotation, cache_parameters().
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


import functools
calls = []


@functools.cache
def double(n):
    calls.append(n)
    return n * 2


print(double(2), double(2), double(3), calls, double.cache_info(), double.cache_parameters())  # expect: 4 4 6 [2, 3] CacheInfo(hits=1, misses=2, maxsize=None, currsize=2) {'maxsize': None, 'typed': False}
double.cache_clear()
print(double.cache_info(), double.__name__)  # expect: CacheInfo(hits=0, misses=0, maxsize=None, currsize=0) double
print(functools.lru_cache(maxsize=3, typed=True)(len).cache_parameters())  # expect: {'maxsize': 3, 'typed': True}


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @functools.cached_property
    def area(self):
        "The area."
        calls.append('area')
        return self.radius ** 2

    wrong = None


c = Circle(3)
print(c.area, c.area, calls, c.__dict__, Circle.area.__doc__, type(Circle.area).__name__, Circle.area.attrname)  # expect: 9 9 [2, 3, 'area'] {'radius': 3, 'area': 9} The area. cached_property area
c.area = 5
print(c.area)  # expect: 5
del c.area
print(c.area)  # expect: 9


class Slots:
    __slots__ = ()

    @functools.cached_property
    def x(self):
        return 1


print(error(lambda: Slots().x))  # expect: TypeError: No '__dict__' attribute on 'Slots' instance to cache 'x' property.
loose = functools.cached_property(lambda self: 1)
print(error(loose.__get__, c))  # expect: TypeError: Cannot use cached_property instance without calling __set_name__ on it.


def twice():
    class Twice:
        a = functools.cached_property(lambda self: 1)
        b = a


try:
    twice()
except (RuntimeError, TypeError) as e:
    print(type(e.__cause__ or e).__name__, e.__cause__ or e)  # expect: TypeError Cannot assign the same cached_property to two different names ('a' and 'b').


class Meta(type):
    @functools.cached_property
    def x(cls):
        return 1


print(error(lambda: Meta('M', (), {}).x))  # expect: TypeError: The '__dict__' attribute on 'Meta' instance does not support item assignment for caching 'x' property.


@functools.singledispatch
def kind(x):
    return 'object'


@kind.register
def _(x: int):
    return 'int'


@kind.register
def _(x: 'str'):
    return 'str'


@kind.register(list)
def _(x):
    return 'list'


print(kind(1), kind('a'), kind([]), kind(2.5), kind(True))  # expect: int str list object int
print(error(kind.register, 5).split(':')[0])  # expect: TypeError


def plain(x):
    pass


def odd(x: 5):
    pass


print(error(kind.register, plain).split('.')[0].split('<')[0])  # expect: TypeError: Invalid first argument to `register()`: 
print(error(kind.register, odd))  # expect: TypeError: Invalid annotation for 'x'. 5 is not a class.


class Negator:
    @functools.singledispatchmethod
    def neg(self, arg):
        "Negate."
        return 'cannot'

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register(bool)
    def _(self, arg):
        return not arg

    @functools.singledispatchmethod
    @classmethod
    def make(cls, arg):
        return cls.__name__, 'object'

    @make.register(int)
    @classmethod
    def _(cls, arg):
        return cls.__name__, 'int'

    @functools.singledispatchmethod
    @staticmethod
    def still(arg):
        return 'object'

    @still.register(int)
    @staticmethod
    def _(arg):
        return 'int'


n = Negator()
print(n.neg(5), n.neg(True), n.neg('a'), Negator.make(1), n.make('a'), Negator.still(1), n.still(''), n.neg.__doc__, n.neg.__name__)  # expect: -5 False cannot ('Negator', 'int') ('Negator', 'object') int object Negate. neg
print(error(n.neg))  # expect: TypeError: neg requires at least 1 positional argument
print(error(functools.singledispatchmethod, 5))  # expect: TypeError: 5 is not callable or a descriptor
