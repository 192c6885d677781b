"""run() prints what each line of some text, an expression, gives: a value or an exception with its message."""
import sys


class SStr(str):
    pass


class SInt(int):
    pass


class SFloat(float):
    pass


class SBytes(bytes):
    pass


class SList(list):
    pass


class STuple(tuple):
    pass


class SDict(dict):
    pass


class SSet(set):
    pass


class Idx:
    """Stands for a number where only an index counts."""

    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number


class Num(Idx):
    """Converts to int and float, but is no index."""

    __index__ = None

    def __int__(self):
        return int(self.number)

    def __float__(self):
        return float(self.number)


class Bad:
    """Raises from whatever is asked."""

    def _fail(self, *args):
        raise ZeroDivisionError('asked')

    __index__ = __int__ = __float__ = __eq__ = __hash__ = __len__ = __iter__ = __str__ = __bool__ = __format__ = _fail
    __lt__ = __add__ = __contains__ = __getitem__ = __fspath__ = __bytes__ = __complex__ = __round__ = __abs__ = _fail

    def __repr__(self):
        return 'Bad()'


class Lying:
    """Equal to everything, with the hash of 1."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1

    def __repr__(self):
        return 'Lying()'


class Seq:
    """A sequence by __getitem__ and __len__ alone."""

    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


class Hint:
    """An iterable with a length hint of its own."""

    def __init__(self, hint, *items):
        self.hint, self.items = hint, items

    def __iter__(self):
        return HintIterator(self.hint, self.items)


class HintIterator:
    def __init__(self, hint, items):
        self.hint, self.next = hint, iter(items).__next__

    def __iter__(self):
        return self

    def __next__(self):
        return self.next()

    def __length_hint__(self):
        return self.hint


def gen(*items):
    for item in items:
        if isinstance(item, type) and issubclass(item, Exception):
            raise item('in gen')
        yield item


def m(receiver, name, *args, **kwargs):
    """What a method gives, and the receiver behind it."""
    try:
        result = getattr(receiver, name)(*args, **kwargs)
    except Exception as error:
        result = '%s: %s' % (type(error).__name__, error)
    return ('self' if result is receiver else result), receiver


def it(iterator, most=20):
    """The first items of an iterator, as a list."""
    result = []
    for item in iterator:
        result.append(item)
        if len(result) == most:
            break
    return result


def srt(values):
    """A set in order, with its type."""
    return type(values).__name__, sorted(values, key=repr)


def same(a, b):
    return a is b, type(a).__name__


def steps(iterator, *plan):
    """Calls next ('n') or methods with arguments on an iterator, one behind the other."""
    out = []
    for step in plan:
        try:
            if step == 'n':
                out.append(next(iterator))
            elif isinstance(step, tuple):
                out.append(getattr(iterator, step[0])(*step[1:]))
            else:
                value = getattr(iterator, step)()
                out.append(value if step != '__iter__' else value is iterator)
        except Exception as error:
            out.append('%s: %s' % (type(error).__name__, error))
    return out


def show(value):
    text = repr(value)
    # What is not printable in every encoding is escaped.
    text = text.encode('ascii', 'backslashreplace').decode('ascii')
    return text if len(text) <= 300 else '%s...%s (%d)' % (text[:140], text[-140:], len(text))


def run(text):
    for line in text.strip().split('\n'):
        try:
            result = show(eval(line, dict(globals())))
        except Exception as error:
            result = '%s: %s' % (type(error).__name__, str(error).encode('ascii', 'backslashreplace').decode('ascii'))
        print('%s -> %s' % (line, result))
