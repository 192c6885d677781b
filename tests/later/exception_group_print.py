# The tree that tracebacks of groups are.
# (Written as 3.7 and later write the repr of an exception: without a comma before the parenthesis.)
import builtins
import io
import re
import sys
import traceback


def print(*values, **options):
    builtins.print(*(str(value).replace(',)', ')') for value in values), **options)


def clean(text):
    for line in re.sub('File "[^"]*"', 'File "test.py"', text).splitlines():
        if not line.strip(' |~^') and '^' in line:
            continue
        print(line.rstrip())


def show(error, **options):
    clean(''.join(traceback.TracebackException(type(error), error, error.__traceback__, **options).format()))


def caught(error):
    try:
        raise error
    except BaseException as raised:
        return raised


def by_hook(error):
    saved, sys.stderr = sys.stderr, io.StringIO()
    try:
        sys.__excepthook__(type(error), error, error.__traceback__)
        text = sys.stderr.getvalue()
    finally:
        sys.stderr = saved
    clean(text)


def nested(depth, width=1):
    error = ValueError('leaf')
    for i in range(depth):
        error = ExceptionGroup('level %d' % i, [error] * width)
    return error


def chained():
    try:
        raise ExceptionGroup('cause', [ValueError('c'), caught(TypeError('d'))])
    except ExceptionGroup as cause:
        try:
            raise KeyError('context')
        except KeyError:
            try:
                raise ExceptionGroup('final', [caught(OSError('x'))]) from cause
            except ExceptionGroup as final:
                return final


def context():
    try:
        raise caught(ExceptionGroup('first', [ValueError('v')]))
    except ExceptionGroup:
        try:
            1 / 0
        except ZeroDivisionError as error:
            return ExceptionGroup('of members', [error, KeyError('k')])


multi = ExceptionGroup('two\nlines', [ValueError('three\nmore\nlines'), ValueError('')])
multi.exceptions[0].add_note('note\nof two lines')
multi.add_note('at the end')
syntax = ExceptionGroup('syntax', [SyntaxError('bad', ('file.py', 2, 5, 'some text here'))])
examples = [ExceptionGroup('plain', [ValueError('a'), TypeError('b')]),
            caught(ExceptionGroup('raised', [caught(ValueError('a')), TypeError('b')])),
            nested(3), nested(12), ExceptionGroup('many', [ValueError(i) for i in range(16)]),
            ExceptionGroup('more', [ValueError(i) for i in range(18)]), chained(), context(), multi,
            ExceptionGroup('outer', [ExceptionGroup('a', [ValueError(1), ValueError(2)]),
                                     ExceptionGroup('b', [caught(ValueError(3)), nested(2)])])]
for number, error in enumerate(examples):
    print('--- %d' % number)
    show(error)
# expect: --- 0
# expect:   | ExceptionGroup: plain (2 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | ValueError: a
# expect:     +---------------- 2 ----------------
# expect:     | TypeError: b
# expect:     +------------------------------------
# expect: --- 1
# expect:   + Exception Group Traceback (most recent call last):
# expect:   |   File "test.py", line 27, in caught
# expect:   |     raise error
# expect:   | ExceptionGroup: raised (2 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | Traceback (most recent call last):
# expect:     |   File "test.py", line 27, in caught
# expect:     |     raise error
# expect:     | ValueError: a
# expect:     +---------------- 2 ----------------
# expect:     | TypeError: b
# expect:     +------------------------------------
# expect: --- 2
# expect:   | ExceptionGroup: level 2 (1 sub-exception)
# expect:   +-+---------------- 1 ----------------
# expect:     | ExceptionGroup: level 1 (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | ExceptionGroup: level 0 (1 sub-exception)
# expect:       +-+---------------- 1 ----------------
# expect:         | ValueError: leaf
# expect:         +------------------------------------
# expect: --- 3
# expect:   | ExceptionGroup: level 11 (1 sub-exception)
# expect:   +-+---------------- 1 ----------------
# expect:     | ExceptionGroup: level 10 (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | ExceptionGroup: level 9 (1 sub-exception)
# expect:       +-+---------------- 1 ----------------
# expect:         | ExceptionGroup: level 8 (1 sub-exception)
# expect:         +-+---------------- 1 ----------------
# expect:           | ExceptionGroup: level 7 (1 sub-exception)
# expect:           +-+---------------- 1 ----------------
# expect:             | ExceptionGroup: level 6 (1 sub-exception)
# expect:             +-+---------------- 1 ----------------
# expect:               | ExceptionGroup: level 5 (1 sub-exception)
# expect:               +-+---------------- 1 ----------------
# expect:                 | ExceptionGroup: level 4 (1 sub-exception)
# expect:                 +-+---------------- 1 ----------------
# expect:                   | ExceptionGroup: level 3 (1 sub-exception)
# expect:                   +-+---------------- 1 ----------------
# expect:                     | ExceptionGroup: level 2 (1 sub-exception)
# expect:                     +-+---------------- 1 ----------------
# expect:                       | ... (max_group_depth is 10)
# expect:                       +------------------------------------
# expect: --- 4
# expect:   | ExceptionGroup: many (16 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | ValueError: 0
# expect:     +---------------- 2 ----------------
# expect:     | ValueError: 1
# expect:     +---------------- 3 ----------------
# expect:     | ValueError: 2
# expect:     +---------------- 4 ----------------
# expect:     | ValueError: 3
# expect:     +---------------- 5 ----------------
# expect:     | ValueError: 4
# expect:     +---------------- 6 ----------------
# expect:     | ValueError: 5
# expect:     +---------------- 7 ----------------
# expect:     | ValueError: 6
# expect:     +---------------- 8 ----------------
# expect:     | ValueError: 7
# expect:     +---------------- 9 ----------------
# expect:     | ValueError: 8
# expect:     +---------------- 10 ----------------
# expect:     | ValueError: 9
# expect:     +---------------- 11 ----------------
# expect:     | ValueError: 10
# expect:     +---------------- 12 ----------------
# expect:     | ValueError: 11
# expect:     +---------------- 13 ----------------
# expect:     | ValueError: 12
# expect:     +---------------- 14 ----------------
# expect:     | ValueError: 13
# expect:     +---------------- 15 ----------------
# expect:     | ValueError: 14
# expect:     +---------------- ... ----------------
# expect:     | and 1 more exception
# expect:     +------------------------------------
# expect: --- 5
# expect:   | ExceptionGroup: more (18 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | ValueError: 0
# expect:     +---------------- 2 ----------------
# expect:     | ValueError: 1
# expect:     +---------------- 3 ----------------
# expect:     | ValueError: 2
# expect:     +---------------- 4 ----------------
# expect:     | ValueError: 3
# expect:     +---------------- 5 ----------------
# expect:     | ValueError: 4
# expect:     +---------------- 6 ----------------
# expect:     | ValueError: 5
# expect:     +---------------- 7 ----------------
# expect:     | ValueError: 6
# expect:     +---------------- 8 ----------------
# expect:     | ValueError: 7
# expect:     +---------------- 9 ----------------
# expect:     | ValueError: 8
# expect:     +---------------- 10 ----------------
# expect:     | ValueError: 9
# expect:     +---------------- 11 ----------------
# expect:     | ValueError: 10
# expect:     +---------------- 12 ----------------
# expect:     | ValueError: 11
# expect:     +---------------- 13 ----------------
# expect:     | ValueError: 12
# expect:     +---------------- 14 ----------------
# expect:     | ValueError: 13
# expect:     +---------------- 15 ----------------
# expect:     | ValueError: 14
# expect:     +---------------- ... ----------------
# expect:     | and 3 more exceptions
# expect:     +------------------------------------
# expect: --- 6
# expect:   + Exception Group Traceback (most recent call last):
# expect:   |   File "test.py", line 51, in chained
# expect:   |     raise ExceptionGroup('cause', [ValueError('c'), caught(TypeError('d'))])
# expect:   | ExceptionGroup: cause (2 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | ValueError: c
# expect:     +---------------- 2 ----------------
# expect:     | Traceback (most recent call last):
# expect:     |   File "test.py", line 27, in caught
# expect:     |     raise error
# expect:     | TypeError: d
# expect:     +------------------------------------
# expect:
# expect: The above exception was the direct cause of the following exception:
# expect:
# expect:   + Exception Group Traceback (most recent call last):
# expect:   |   File "test.py", line 57, in chained
# expect:   |     raise ExceptionGroup('final', [caught(OSError('x'))]) from cause
# expect:   | ExceptionGroup: final (1 sub-exception)
# expect:   +-+---------------- 1 ----------------
# expect:     | Traceback (most recent call last):
# expect:     |   File "test.py", line 27, in caught
# expect:     |     raise error
# expect:     | OSError: x
# expect:     +------------------------------------
# expect: --- 7
# expect:   | ExceptionGroup: of members (2 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | Exception Group Traceback (most recent call last):
# expect:     |   File "test.py", line 64, in context
# expect:     |     raise caught(ExceptionGroup('first', [ValueError('v')]))
# expect:     |   File "test.py", line 27, in caught
# expect:     |     raise error
# expect:     | ExceptionGroup: first (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | ValueError: v
# expect:       +------------------------------------
# expect:     |
# expect:     | During handling of the above exception, another exception occurred:
# expect:     |
# expect:     | Traceback (most recent call last):
# expect:     |   File "test.py", line 67, in context
# expect:     |     1 / 0
# expect:     | ZeroDivisionError: division by zero
# expect:     +---------------- 2 ----------------
# expect:     | KeyError: 'k'
# expect:     +------------------------------------
# expect: --- 8
# expect:   | ExceptionGroup: two
# expect:   | lines (2 sub-exceptions)
# expect:   | at the end
# expect:   +-+---------------- 1 ----------------
# expect:     | ValueError: three
# expect:     | more
# expect:     | lines
# expect:     | note
# expect:     | of two lines
# expect:     +---------------- 2 ----------------
# expect:     | ValueError
# expect:     +------------------------------------
# expect: --- 9
# expect:   | ExceptionGroup: outer (2 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | ExceptionGroup: a (2 sub-exceptions)
# expect:     +-+---------------- 1 ----------------
# expect:       | ValueError: 1
# expect:       +---------------- 2 ----------------
# expect:       | ValueError: 2
# expect:       +------------------------------------
# expect:     +---------------- 2 ----------------
# expect:     | ExceptionGroup: b (2 sub-exceptions)
# expect:     +-+---------------- 1 ----------------
# expect:       | Traceback (most recent call last):
# expect:       |   File "test.py", line 27, in caught
# expect:       |     raise error
# expect:       | ValueError: 3
# expect:       +---------------- 2 ----------------
# expect:       | ExceptionGroup: level 1 (1 sub-exception)
# expect:       +-+---------------- 1 ----------------
# expect:         | ExceptionGroup: level 0 (1 sub-exception)
# expect:         +-+---------------- 1 ----------------
# expect:           | ValueError: leaf
# expect:           +------------------------------------


for number, error in enumerate(examples[1:]):
    print('=== %d' % number)
    by_hook(error)
# expect: === 0
# expect:   + Exception Group Traceback (most recent call last):
# expect:   |   File "test.py", line 27, in caught
# expect:   |     raise error
# expect:   | ExceptionGroup: raised (2 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | Traceback (most recent call last):
# expect:     |   File "test.py", line 27, in caught
# expect:     |     raise error
# expect:     | ValueError: a
# expect:     +---------------- 2 ----------------
# expect:     | TypeError: b
# expect:     +------------------------------------
# expect: === 1
# expect:   | ExceptionGroup: level 2 (1 sub-exception)
# expect:   +-+---------------- 1 ----------------
# expect:     | ExceptionGroup: level 1 (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | ExceptionGroup: level 0 (1 sub-exception)
# expect:       +-+---------------- 1 ----------------
# expect:         | ValueError: leaf
# expect:         +------------------------------------
# expect: === 2
# expect:   | ExceptionGroup: level 11 (1 sub-exception)
# expect:   +-+---------------- 1 ----------------
# expect:     | ExceptionGroup: level 10 (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | ExceptionGroup: level 9 (1 sub-exception)
# expect:       +-+---------------- 1 ----------------
# expect:         | ExceptionGroup: level 8 (1 sub-exception)
# expect:         +-+---------------- 1 ----------------
# expect:           | ExceptionGroup: level 7 (1 sub-exception)
# expect:           +-+---------------- 1 ----------------
# expect:             | ExceptionGroup: level 6 (1 sub-exception)
# expect:             +-+---------------- 1 ----------------
# expect:               | ExceptionGroup: level 5 (1 sub-exception)
# expect:               +-+---------------- 1 ----------------
# expect:                 | ExceptionGroup: level 4 (1 sub-exception)
# expect:                 +-+---------------- 1 ----------------
# expect:                   | ExceptionGroup: level 3 (1 sub-exception)
# expect:                   +-+---------------- 1 ----------------
# expect:                     | ExceptionGroup: level 2 (1 sub-exception)
# expect:                     +-+---------------- 1 ----------------
# expect:                       | ... (max_group_depth is 10)
# expect:                       +------------------------------------
# expect: === 3
# expect:   | ExceptionGroup: many (16 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | ValueError: 0
# expect:     +---------------- 2 ----------------
# expect:     | ValueError: 1
# expect:     +---------------- 3 ----------------
# expect:     | ValueError: 2
# expect:     +---------------- 4 ----------------
# expect:     | ValueError: 3
# expect:     +---------------- 5 ----------------
# expect:     | ValueError: 4
# expect:     +---------------- 6 ----------------
# expect:     | ValueError: 5
# expect:     +---------------- 7 ----------------
# expect:     | ValueError: 6
# expect:     +---------------- 8 ----------------
# expect:     | ValueError: 7
# expect:     +---------------- 9 ----------------
# expect:     | ValueError: 8
# expect:     +---------------- 10 ----------------
# expect:     | ValueError: 9
# expect:     +---------------- 11 ----------------
# expect:     | ValueError: 10
# expect:     +---------------- 12 ----------------
# expect:     | ValueError: 11
# expect:     +---------------- 13 ----------------
# expect:     | ValueError: 12
# expect:     +---------------- 14 ----------------
# expect:     | ValueError: 13
# expect:     +---------------- 15 ----------------
# expect:     | ValueError: 14
# expect:     +---------------- ... ----------------
# expect:     | and 1 more exception
# expect:     +------------------------------------
# expect: === 4
# expect:   | ExceptionGroup: more (18 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | ValueError: 0
# expect:     +---------------- 2 ----------------
# expect:     | ValueError: 1
# expect:     +---------------- 3 ----------------
# expect:     | ValueError: 2
# expect:     +---------------- 4 ----------------
# expect:     | ValueError: 3
# expect:     +---------------- 5 ----------------
# expect:     | ValueError: 4
# expect:     +---------------- 6 ----------------
# expect:     | ValueError: 5
# expect:     +---------------- 7 ----------------
# expect:     | ValueError: 6
# expect:     +---------------- 8 ----------------
# expect:     | ValueError: 7
# expect:     +---------------- 9 ----------------
# expect:     | ValueError: 8
# expect:     +---------------- 10 ----------------
# expect:     | ValueError: 9
# expect:     +---------------- 11 ----------------
# expect:     | ValueError: 10
# expect:     +---------------- 12 ----------------
# expect:     | ValueError: 11
# expect:     +---------------- 13 ----------------
# expect:     | ValueError: 12
# expect:     +---------------- 14 ----------------
# expect:     | ValueError: 13
# expect:     +---------------- 15 ----------------
# expect:     | ValueError: 14
# expect:     +---------------- ... ----------------
# expect:     | and 3 more exceptions
# expect:     +------------------------------------
# expect: === 5
# expect:   + Exception Group Traceback (most recent call last):
# expect:   |   File "test.py", line 51, in chained
# expect:   |     raise ExceptionGroup('cause', [ValueError('c'), caught(TypeError('d'))])
# expect:   | ExceptionGroup: cause (2 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | ValueError: c
# expect:     +---------------- 2 ----------------
# expect:     | Traceback (most recent call last):
# expect:     |   File "test.py", line 27, in caught
# expect:     |     raise error
# expect:     | TypeError: d
# expect:     +------------------------------------
# expect:
# expect: The above exception was the direct cause of the following exception:
# expect:
# expect:   + Exception Group Traceback (most recent call last):
# expect:   |   File "test.py", line 57, in chained
# expect:   |     raise ExceptionGroup('final', [caught(OSError('x'))]) from cause
# expect:   | ExceptionGroup: final (1 sub-exception)
# expect:   +-+---------------- 1 ----------------
# expect:     | Traceback (most recent call last):
# expect:     |   File "test.py", line 54, in chained
# expect:     |     raise KeyError('context')
# expect:     | KeyError: 'context'
# expect:     |
# expect:     | During handling of the above exception, another exception occurred:
# expect:     |
# expect:     | Traceback (most recent call last):
# expect:     |   File "test.py", line 27, in caught
# expect:     |     raise error
# expect:     | OSError: x
# expect:     +------------------------------------
# expect: === 6
# expect:   | ExceptionGroup: of members (2 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | Exception Group Traceback (most recent call last):
# expect:     |   File "test.py", line 64, in context
# expect:     |     raise caught(ExceptionGroup('first', [ValueError('v')]))
# expect:     |   File "test.py", line 27, in caught
# expect:     |     raise error
# expect:     | ExceptionGroup: first (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | ValueError: v
# expect:       +------------------------------------
# expect:     |
# expect:     | During handling of the above exception, another exception occurred:
# expect:     |
# expect:     | Traceback (most recent call last):
# expect:     |   File "test.py", line 67, in context
# expect:     |     1 / 0
# expect:     | ZeroDivisionError: division by zero
# expect:     +---------------- 2 ----------------
# expect:     | KeyError: 'k'
# expect:     +------------------------------------
# expect: === 7
# expect:   | ExceptionGroup: two
# expect:   | lines (2 sub-exceptions)
# expect:   | at the end
# expect:   +-+---------------- 1 ----------------
# expect:     | ValueError: three
# expect:     | more
# expect:     | lines
# expect:     | note
# expect:     | of two lines
# expect:     +---------------- 2 ----------------
# expect:     | ValueError
# expect:     +------------------------------------
# expect: === 8
# expect:   | ExceptionGroup: outer (2 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | ExceptionGroup: a (2 sub-exceptions)
# expect:     +-+---------------- 1 ----------------
# expect:       | ValueError: 1
# expect:       +---------------- 2 ----------------
# expect:       | ValueError: 2
# expect:       +------------------------------------
# expect:     +---------------- 2 ----------------
# expect:     | ExceptionGroup: b (2 sub-exceptions)
# expect:     +-+---------------- 1 ----------------
# expect:       | Traceback (most recent call last):
# expect:       |   File "test.py", line 27, in caught
# expect:       |     raise error
# expect:       | ValueError: 3
# expect:       +---------------- 2 ----------------
# expect:       | ExceptionGroup: level 1 (1 sub-exception)
# expect:       +-+---------------- 1 ----------------
# expect:         | ExceptionGroup: level 0 (1 sub-exception)
# expect:         +-+---------------- 1 ----------------
# expect:           | ValueError: leaf
# expect:           +------------------------------------


print('--- limits')  # expect: --- limits
show(ExceptionGroup('few', [ValueError(i) for i in range(5)]), max_group_width=2)  # expect:   | ExceptionGroup: few (5 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | ValueError: 0
# expect:     +---------------- 2 ----------------
# expect:     | ValueError: 1
# expect:     +---------------- ... ----------------
# expect:     | and 3 more exceptions
# expect:     +------------------------------------


show(nested(4), max_group_depth=2)  # expect:   | ExceptionGroup: level 3 (1 sub-exception)
# expect:   +-+---------------- 1 ----------------
# expect:     | ExceptionGroup: level 2 (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | ... (max_group_depth is 2)
# expect:       +------------------------------------


print('--- one line')  # expect: --- one line
print(traceback.format_exception_only(ExceptionGroup, examples[0]))  # expect: ['ExceptionGroup: plain (2 sub-exceptions)\n']
print(traceback.TracebackException(type(multi), multi, None).exceptions[1])  # expect: 
print(traceback.TracebackException(ValueError, ValueError(), None).exceptions)  # expect: None
print(list(traceback.TracebackException(type(examples[6]), examples[6], None).format(chain=False))[0], end='')  # expect:   | ExceptionGroup: final (1 sub-exception)
