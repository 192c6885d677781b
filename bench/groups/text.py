"""Methods of str, formatting and f-strings."""
import sys
sys.dont_write_bytecode = True
from _rows import main, row

LINE = 'The quick brown fox jumps over the lazy dog; pack my box with five dozen liquor jugs. '
TEXT = LINE * 100
WORDS = TEXT.split()
NUMBERS = [str(i) for i in range(2000)]
COMMAS = ','.join(NUMBERS)
GREEK = '\u03b1\u03b2\u03b3 \u03b4\u03b5 ' * 500
LINES = '\n'.join(WORDS)
TABLE = {ord('a'): 'A', ord('o'): None, ord('e'): 'ee'}
RANGE = range(1000)


@row('split()')
def split_spaces():
    return len(TEXT.split())


@row("split(',')")
def split_commas():
    return len(COMMAS.split(','))


@row('split(), Greek')
def split_greek():
    return len(GREEK.split())


@row('splitlines')
def splitlines():
    return len(LINES.splitlines())


@row('join')
def join():
    return len(' '.join(WORDS))


@row('join generator')
def join_generator():
    return len(','.join(word for word in WORDS))


@row('replace')
def replace():
    return len(TEXT.replace('fox', 'wolf'))


@row('replace one')
def replace_char():
    return len(TEXT.replace('o', '0'))


@row('find')
def find():
    return TEXT.find('liquor jugs. !') + TEXT.find('Z') + GREEK.find('\u03b5\u03b4')


@row('count and in')
def count():
    return TEXT.count('dozen') + TEXT.count('o') + ('nothing' in TEXT)


@row('strip')
def strip():
    total = 0
    for word in WORDS:
        total += len(word.strip('.;')) + len(word.rstrip())
    return total


@row('startswith')
def startswith():
    total = 0
    for word in WORDS:
        if word.startswith('b') or word.endswith('s'):
            total += 1
    return total


@row('upper and lower')
def case():
    return len(TEXT.upper()) + len(TEXT.lower()) + len(TEXT.title())


@row('translate')
def translate():
    return len(TEXT.translate(TABLE))


@row('index and slice')
def index_slice():
    total = 0
    for i in RANGE:
        if TEXT[i] == 'o':
            total += len(TEXT[i:i + 5])
    return total


@row('compare and hash')
def compare():
    total = 0
    for word in WORDS:
        if word == 'liquor':
            total += 1
        if word < 'dozen':
            total += 2
    return total


@row('concatenation')
def concatenate():
    text = ''
    for word in WORDS:
        text += word + ' '
    return len(text)


@row('encode and decode')
def coding():
    return len(TEXT.encode().decode()) + len(GREEK.encode('utf-8').decode('utf-8'))


@row('str(int), int(str)')
def numbers():
    total = 0
    for text in NUMBERS:
        total += len(str(int(text)))
    return total


@row('repr(float), float(str)')
def floats():
    total = 0
    for i in RANGE:
        total += len(repr(float(repr(i / 7))))
    return total


@row('str.format')
def str_format():
    total = 0
    for i in RANGE:
        total += len('{}-{:04d}-{name}'.format(i, i, name='x'))
    return total


@row('str.format, plain')
def str_format_plain():
    total = 0
    for i in RANGE:
        total += len('{}: {}'.format('key', i))
    return total


@row('percent')
def percent():
    total = 0
    for i in RANGE:
        total += len('%d:%s %5.2f' % (i, 'x', i / 3))
    return total


@row('f-string')
def f_string():
    total = 0
    for i in RANGE:
        total += len(f'{i}: {i + 1} {total}')
    return total


@row('f-string, specs')
def f_string_specs():
    total = 0
    for i in RANGE:
        total += len(f'{i:>6}|{i / 8:.3f}|{"x":<4}|{i:x}')
    return total


main()
