"""Reading files by line, and writing them."""
import os
import sys
sys.dont_write_bytecode = True
from _rows import main, row

LINE = 'The quick brown fox jumps over the lazy dog\n'
COUNT = 20000
FOLDER = os.path.join(os.environ.get('TMPDIR', '/tmp'), 'bench-files-%d' % os.getpid())
os.mkdir(FOLDER)
PLAIN, GREEK, OUT = (os.path.join(FOLDER, name) for name in ('plain', 'greek', 'out'))
with open(PLAIN, 'w') as f:
    f.write(LINE * COUNT)
with open(GREEK, 'w', encoding='utf-8') as f:
    f.write('\u03b1\u03b2\u03b3 \u03b4\u03b5 quick brown fox\n' * COUNT)


@row('lines')
def lines():
    total = 0
    with open(PLAIN) as f:
        for line in f:
            total += len(line)
    return total


@row('lines, Greek')
def greek_lines():
    total = 0
    with open(GREEK, encoding='utf-8') as f:
        for line in f:
            total += len(line)
    return total


@row('lines of bytes')
def binary_lines():
    total = 0
    with open(PLAIN, 'rb') as f:
        for line in f:
            total += len(line)
    return total


@row('readline')
def readline():
    total = 0
    with open(PLAIN) as f:
        while True:
            line = f.readline()
            if not line:
                return total
            total += len(line)


@row('readlines')
def readlines():
    with open(PLAIN) as f:
        return len(f.readlines())


@row('read')
def read():
    with open(PLAIN) as f:
        return len(f.read())


@row('split words')
def split():
    total = 0
    with open(PLAIN) as f:
        for line in f:
            total += len(line.rstrip('\n').split(' '))
    return total


@row('write lines')
def write():
    with open(OUT, 'w') as f:
        for i in range(COUNT):
            f.write(LINE)
    return os.path.getsize(OUT)


@row('print lines')
def print_lines():
    with open(OUT, 'w') as f:
        for i in range(5000):
            print(i, 'x', file=f)
    return os.path.getsize(OUT)


try:
    main()
finally:
    for path in (PLAIN, GREEK, OUT):
        if os.path.exists(path):
            os.remove(path)
    os.rmdir(FOLDER)
