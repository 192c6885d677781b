# Groups whose split and derive are overridden, and other things that try to confuse except*.
# (Written as 3.7 and later write the repr of an exception: without a comma before the parenthesis.)
import builtins
import gc


def print(*values, **options):
    builtins.print(*(str(value).replace(',)', ')') for value in values), **options)


def outcome(function, *args):
    try:
        function(*args)
        print('nothing')
    except BaseException as error:
        print(type(error).__name__, error)


def handle(error):
    try:
        raise error
    except* ValueError as caught:
        print('caught', repr(caught))
    except* KeyError as caught:
        print('keys', repr(caught))


def with_split(split):
    kind = type('Split', (ExceptionGroup,), {'split': split})
    return kind('s', [ValueError(1), TypeError(2)])


outcome(handle, with_split(lambda self, classes: (None, None)))  # expect: nothing
outcome(handle, with_split(lambda self, classes: (None, self)))  # expect: ExceptionGroup s (2 sub-exceptions)
outcome(handle, with_split(lambda self, classes: (self, None)))  # expect: caught Split('s', [ValueError(1), TypeError(2)])
# expect: nothing

outcome(handle, with_split(lambda self, classes: (OSError(9), None)))  # expect: caught OSError(9)
# expect: nothing

outcome(handle, with_split(lambda self, classes: (ValueError(9), TypeError(8))))  # expect: caught ValueError(9)
# expect: TypeError 8

outcome(handle, with_split(lambda self, classes: 1 / 0))  # expect: ZeroDivisionError division by zero
outcome(handle, with_split(lambda self, classes: (self, self, 'more')))  # expect: caught Split('s', [ValueError(1), TypeError(2)])
# expect: keys Split('s', [ValueError(1), TypeError(2)])
# expect: ExceptionGroup s (2 sub-exceptions)


class Derived(ExceptionGroup):
    answer = None

    def derive(self, exceptions):
        if self.answer == 'empty':
            return ExceptionGroup('other', [OSError('foreign')])
        if self.answer == 'clear':
            exceptions.clear()
            gc.collect()
            return ExceptionGroup('cleared', [OSError('x')])
        return self.answer


for Derived.answer in (None, 5, ValueError(3), 'empty', 'clear', ExceptionGroup):
    outcome(handle, Derived('d', [ValueError(1), TypeError(2)]))
# expect: TypeError derive must return an instance of BaseExceptionGroup
# expect: TypeError derive must return an instance of BaseExceptionGroup
# expect: TypeError derive must return an instance of BaseExceptionGroup
# expect: caught ExceptionGroup('other', [OSError('foreign')])
# expect: nothing
# expect: caught ExceptionGroup('cleared', [OSError('x')])
# expect: nothing
# expect: TypeError derive must return an instance of BaseExceptionGroup


class Meta(type):
    def __subclasscheck__(cls, other):
        print('asked')
        return True

    def __instancecheck__(cls, other):
        print('asked')
        return True


class Greedy(Exception, metaclass=Meta):
    pass


def greedy(error):
    try:
        raise error
    except* Greedy:
        print('greedy')


outcome(greedy, ValueError(1))  # expect: ValueError 1
outcome(greedy, ExceptionGroup('g', [ValueError(1)]))  # expect: ExceptionGroup g (1 sub-exception)


class Falsy(Exception):
    def __bool__(self):
        raise RuntimeError('asked')

    def __eq__(self, other):
        raise RuntimeError('compared')

    def __hash__(self):
        raise RuntimeError('hashed')


def falsy(error):
    try:
        raise error
    except* Falsy as caught:
        print(type(caught).__name__, len(caught.exceptions))
        raise
    except* TypeError:
        raise


outcome(falsy, Falsy())  # expect: ExceptionGroup 1
# expect: ExceptionGroup  (1 sub-exception)

outcome(falsy, ExceptionGroup('g', [Falsy(), TypeError(1), Falsy()]))  # expect: ExceptionGroup 2
# expect: ExceptionGroup g (3 sub-exceptions)


def collected(error):
    try:
        raise error
    except* ValueError as caught:
        del caught
        error = None
        gc.collect()
        raise KeyError(1)
    except* TypeError:
        gc.collect()
        raise


outcome(collected, ExceptionGroup('g', [ValueError(1), TypeError(2)]))  # expect: ExceptionGroup  (2 sub-exceptions)


class Deleted(ValueError):
    def __del__(self):
        print('deleted')


def deleted():
    try:
        raise ExceptionGroup('g', [Deleted(1)])
    except* ValueError:
        print('handled')
    print('after')


deleted()  # expect: handled
# expect: deleted
# expect: after


same = ValueError('shared')
try:
    try:
        raise ExceptionGroup('g', [same, ExceptionGroup('h', [same, TypeError(1)])])
    except* TypeError:
        raise
except ExceptionGroup as error:
    print(repr(error), error.exceptions[0] is error.exceptions[1].exceptions[0])  # expect: ExceptionGroup('g', [ValueError('shared'), ExceptionGroup('h', [ValueError('shared'), TypeError(1)])]) True


# Groups that share their members: as many paths as you like through few objects.
shared = ExceptionGroup('0', [ValueError(1), TypeError(2)])
for i in range(12):
    shared = ExceptionGroup(str(i), [shared, shared])
try:
    try:
        raise shared
    except* ValueError:
        raise
except ExceptionGroup as error:
    count = 0
    while isinstance(error, ExceptionGroup):
        count, error = count + 1, error.exceptions[0]
    print(count, type(error).__name__)  # expect: 13 ValueError
