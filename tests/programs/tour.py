"""Generators, send and throw, context managers, decorators, a metaclass, super, and coroutines driven by hand."""
import functools


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        result = function(*args, **kwargs)
        print('%s%r -> %r' % (function.__name__, args[1:], result))
        return result
    return wrapper


class Registry(type):
    known = {}

    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, namespace)
        mcs.known[name] = cls
        return cls


class Shape(metaclass=Registry):
    def __init__(self, **kwargs):
        self.rest = kwargs

    @traced
    def area(self):
        return 0

    def describe(self):
        return [type(self).__name__]


class Colored(Shape):
    def __init__(self, color='none', **kwargs):
        super().__init__(**kwargs)
        self.color = color

    def describe(self):
        return ['color ' + self.color] + super().describe()


class Sized(Shape):
    def __init__(self, size=1, **kwargs):
        super().__init__(**kwargs)
        self.size = size

    @traced
    def area(self):
        return self.size ** 2 + super().area()

    def describe(self):
        return ['size %d' % self.size] + super().describe()


class Square(Colored, Sized):
    pass


class Transaction:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log.append('begin')
        return self

    def __exit__(self, kind, value, trace):
        self.log.append('rollback %s' % value if kind else 'commit')
        return kind is KeyError


def accumulator():
    total = 0
    while True:
        try:
            value = yield total
        except ValueError as error:
            print('reset because of', error)
            total = 0
        else:
            total += value


class Pause:
    def __init__(self, label):
        self.label = label

    def __await__(self):
        answer = yield self.label
        return answer


async def conversation(name):
    first = await Pause(name + ' asks')
    second = await Pause(name + ' heard ' + first)
    return [first, second]


square = Square(color='red', size=3, extra=1)
print(square.describe(), square.area(), square.rest, [c.__name__ for c in Square.__mro__])  # expect: area() -> 0
# expect: area() -> 9
# expect: ['color red', 'size 3', 'Square'] 9 {'extra': 1} ['Square', 'Colored', 'Sized', 'Shape', 'object']
print(sorted(Registry.known))  # expect: ['Colored', 'Shape', 'Sized', 'Square']
log = []
with Transaction(log):
    log.append('work')
with Transaction(log):
    raise KeyError('k')
try:
    with Transaction(log):
        raise OSError('disk')
except OSError as error:
    log.append(str(error))
print(log)  # expect: ['begin', 'work', 'commit', 'begin', "rollback 'k'", 'begin', 'rollback disk', 'disk']
acc = accumulator()
print(next(acc), acc.send(5), acc.send(7), acc.throw(ValueError('full')), acc.send(1))  # expect: reset because of full
# expect: 0 5 12 0 1
acc.close()
talk = conversation('Ann')
print(talk.send(None))  # expect: Ann asks
print(talk.send('yes'))  # expect: Ann heard yes
try:
    talk.send('no')
except StopIteration as stop:
    print(stop.value)  # expect: ['yes', 'no']
