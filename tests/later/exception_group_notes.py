# add_note and __notes__, and how they are printed.
# (Written as 3.7 and later write the repr of an exception: without a comma before the parenthesis.)
import builtins
import re
import sys
import traceback


def print(*values, **options):
    builtins.print(*(str(value).replace(',)', ')') for value in values), **options)


def tried(function, *args):
    try:
        return repr(function(*args))
    except BaseException as error:
        return '%s: %s' % (type(error).__name__, error)


def show(error, **options):
    text = ''.join(traceback.TracebackException(type(error), error, error.__traceback__, **options).format())
    for line in re.sub('File .* in', 'File ... in', text).splitlines():
        if line.strip(' |~^'):
            print(line)


error = ValueError('text')
print(hasattr(error, '__notes__'), error.__dict__)  # expect: False {}
print(tried(error.add_note, 1), tried(error.add_note, None), tried(error.add_note, b'x'))  # expect: TypeError: note must be a str, not 'int' TypeError: note must be a str, not 'NoneType' TypeError: note must be a str, not 'bytes'
print(hasattr(error, '__notes__'))  # expect: False
print(error.add_note('one'), error.__notes__, error.__dict__)  # expect: None ['one'] {'__notes__': ['one']}
error.add_note('two\nthree')
print(error.__notes__)  # expect: ['one', 'two\nthree']
show(error)  # expect: ValueError: text
# expect: one
# expect: two
# expect: three


class Text(str):
    pass


error.add_note(Text('own'))
print(error.__notes__, type(error.__notes__[2]).__name__)  # expect: ['one', 'two\nthree', 'own'] Text
error.__notes__ = 5
print(tried(error.add_note, 'x'))  # expect: TypeError: Cannot add note: __notes__ is not a list
show(error)  # expect: ValueError: text
# expect: 5

error.__notes__ = ('tuple', 1, None)
print(tried(error.add_note, 'x'))  # expect: TypeError: Cannot add note: __notes__ is not a list
show(error)  # expect: ValueError: text
# expect: tuple
# expect: 1
# expect: None


error.__notes__ = 'word'
show(error)  # expect: ValueError: text
# expect: 'word'

error.__notes__ = None
show(error)  # expect: ValueError: text
error.__notes__ = []
show(error)  # expect: ValueError: text
error.__notes__ = ['', 'after']
show(error)  # expect: ValueError: text
# expect: after

del error.__notes__
error.add_note('again')
print(error.__notes__)  # expect: ['again']


class BadStr:
    def __str__(self):
        raise ValueError('no')

    def __repr__(self):
        raise ValueError('no')


error.__notes__ = [BadStr(), 'good']
show(error)  # expect: ValueError: text
# expect: <note str() failed>
# expect: good


error.__notes__ = BadStr()
show(error)  # expect: ValueError: text
# expect: <__notes__ repr() failed>


class Secretive(Exception):
    @property
    def __notes__(self):
        raise ValueError('secret')


show(Secretive('x'))  # expect: Secretive: x
# expect: Ignored error getting __notes__: ValueError('secret')

print(tried(Secretive('x').add_note, 'y'))  # expect: ValueError: secret
try:
    try:
        raise ValueError('first')
    except ValueError as first:
        first.add_note('noted')
        raise TypeError('second')
except TypeError as second:
    second.add_note('as well')
    show(second)
# expect: Traceback (most recent call last):
# expect:   File ... in <module>
# expect:     raise ValueError('first')
# expect: ValueError: first
# expect: noted
# expect: During handling of the above exception, another exception occurred:
# expect: Traceback (most recent call last):
# expect:   File ... in <module>
# expect:     raise TypeError('second')
# expect: TypeError: second
# expect: as well


error = SyntaxError('wrong', ('file', 3, 2, 'abc'))
error.add_note('about syntax')
print(traceback.format_exception_only(SyntaxError, error)[-1], end='')  # expect: about syntax
print(BaseException.add_note.__name__)  # expect: add_note
group = ExceptionGroup('g', [ValueError(1)])
group.add_note('of the group')
group.exceptions[0].add_note('of the member')
show(group)  # expect:   | ExceptionGroup: g (1 sub-exception)
# expect:   | of the group
# expect:   +-+---------------- 1 ----------------
# expect:     | ValueError: 1
# expect:     | of the member
# expect:     +------------------------------------
