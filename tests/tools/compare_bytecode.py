#!/usr/bin/env python3
"""Compare Krait's code objects with those of CPython 3.6, field by field, over whole folders of sources.

    compare_bytecode.py PYTHON36 FOLDER... [-O LEVEL] [--mode exec|single|eval] [--dump PROGRAM] [--show N]

PYTHON36 compiles every file in one process and compares the result with what `krait_compile_dump` wrote as .pyc.
Prints the share of identical files and code objects, the kinds of difference by frequency, and for the first N
differing files the first differing field (of the bytecode: the first differing instruction).
Sources that CPython itself refuses must be refused with the same message, line and offset.
"""
import argparse
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# Runs under CPython 3.6. Reads "SOURCE<TAB>PYC" lines, prints tab-separated findings.
WORKER = r'''
import dis, io, marshal, os, sys, warnings
warnings.simplefilter('ignore')
sys.setrecursionlimit(1000)
LEVEL, MODE = int(sys.argv[1]), sys.argv[3]
FIELDS = ('co_name', 'co_argcount', 'co_kwonlyargcount', 'co_nlocals', 'co_flags', 'co_firstlineno', 'co_names',
          'co_varnames', 'co_freevars', 'co_cellvars', 'co_code', 'co_stacksize', 'co_lnotab', 'co_filename')

def instructions(code):
    return [str((i.offset, i.opname, i.arg, i.argrepr.split(' at 0x')[0])) for i in dis.get_instructions(code)]

def key(constant):
    """A constant with its type at every level; code objects are compared on their own."""
    kind = type(constant).__name__
    if kind == 'code':
        return kind
    if kind == 'tuple':
        return kind, tuple(map(key, constant))
    if kind == 'frozenset':
        return kind, frozenset(map(key, constant))
    if kind in ('float', 'complex'):
        return kind, repr(constant)
    return kind, constant

def first_difference(a, b):
    left, right = instructions(a), instructions(b)
    for x, y in zip(left + ['end'], right + ['end']):
        if x != y:
            return 'expected %s, got %s' % (x, y)
    return 'same instructions'

def compare(a, b, path, counts):
    counts[0] += 1
    for field in FIELDS:
        x, y = getattr(a, field), getattr(b, field)
        if x != y:
            detail = first_difference(a, b) if field == 'co_code' else 'expected %r, got %r' % (x, y)
            yield field, path, detail
            break
    else:
        if len(a.co_consts) != len(b.co_consts) or any(key(x) != key(y) for x, y in zip(a.co_consts, b.co_consts)):
            pairs = [(x, y) for x, y in zip(a.co_consts, b.co_consts) if key(x) != key(y)][:1]
            yield 'co_consts', path, '%d constants for %d; %r' % (len(b.co_consts), len(a.co_consts), pairs)
        else:
            counts[1] += 1
    for x, y in zip(a.co_consts, b.co_consts):
        if hasattr(x, 'co_code') and hasattr(y, 'co_code'):
            yield from compare(x, y, path + '.' + x.co_name, counts)

def report(*fields):
    print('\t'.join(str(f).replace('\t', ' ').replace('\n', '\\n') for f in fields))

for line in io.open(sys.argv[2], encoding='utf-8', errors='surrogateescape'):
    source, pyc = line.rstrip('\n').split('\t')[:2]
    with open(source, 'rb') as file:
        data = file.read()
    expected = fault = None
    try:
        expected = compile(data, source, MODE, 0, True, LEVEL)
    except (SyntaxError, RecursionError, ValueError, MemoryError, OverflowError) as error:
        fault = [type(error).__name__, getattr(error, 'msg', str(error)), getattr(error, 'lineno', None) or 0,
                 getattr(error, 'offset', None) or 0]
    if os.path.exists(pyc + '.err'):
        with io.open(pyc + '.err', encoding='utf-8', errors='replace') as file:
            got = file.read().split('\n')[:4]
        if fault is None:
            report('FILE', source, 'refused', ' '.join(got))
        elif [str(f) for f in fault] != got:
            report('FILE', source, 'message', 'expected %r, got %r' % (fault, got))
        else:
            report('OK', source, 0, 0)
        continue
    if not os.path.exists(pyc):
        report('FILE', source, 'crashed', '')
        continue
    if fault is not None:
        report('FILE', source, 'accepted', fault)
        continue
    with open(pyc, 'rb') as file:
        found = marshal.loads(file.read()[12:])
    counts = [0, 0]
    differences = list(compare(expected, found, expected.co_name, counts))
    for field, path, detail in differences:
        report('DIFF', source, field, path, detail)
    report('OK' if not differences else 'BAD', source, counts[0], counts[1])
'''


def find_sources(folders):
    for folder in folders:
        if os.path.isfile(folder):
            yield folder
        for base, names, files in os.walk(folder):
            names.sort()
            for name in sorted(files):
                if name.endswith('.py'):
                    yield os.path.join(base, name)


def run_dump(program, level, mode, pairs):
    """One process for all files; after a crash another one for those behind the culprit."""
    rest = list(pairs)
    while rest:
        text = ''.join('%s\t%s\n' % pair for pair in rest)
        done = subprocess.run([program, '-O', str(level), '--mode', mode],
                              input=text.encode('utf-8', 'surrogateescape'))
        if done.returncode == 0:
            return
        finished = [i for i, (_, out) in enumerate(rest) if os.path.exists(out) or os.path.exists(out + '.err')]
        last = finished[-1] + 1 if finished else 0
        print('krait_compile_dump ended with %d at %s' % (done.returncode, rest[last][0] if last < len(rest) else '?'))
        rest = rest[last + 1:]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('python36')
    parser.add_argument('folders', nargs='+')
    parser.add_argument('-O', dest='level', type=int, default=0)
    parser.add_argument('--mode', default='exec')
    parser.add_argument('--dump', default=os.path.join(ROOT, 'build', 'release', 'krait_compile_dump'))
    parser.add_argument('--show', type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sources = list(find_sources(options.folders))
        pairs = [(path, os.path.join(folder, '%06d.pyc' % i)) for i, path in enumerate(sources)]
        run_dump(options.dump, options.level, options.mode, pairs)
        listing = os.path.join(folder, 'list')
        with open(listing, 'w', encoding='utf-8', errors='surrogateescape') as file:
            file.writelines('%s\t%s\n' % pair for pair in pairs)
        worker = subprocess.run([options.python36, '-c', WORKER, str(options.level), listing, options.mode],
                                stdout=subprocess.PIPE, env=dict(os.environ, PYTHONIOENCODING='utf-8:backslashreplace'))
    return summarise(worker.stdout.decode('utf-8', 'replace'), options.show)


def summarise(text, show):
    files = identical_files = codes = identical_codes = 0
    kinds, shown, seen = {}, 0, set()
    for line in text.splitlines():
        kind, source, *rest = line.split('\t')
        if kind in ('OK', 'BAD', 'FILE'):
            files += 1
        if kind in ('OK', 'BAD'):
            identical_files += kind == 'OK'
            codes += int(rest[0])
            identical_codes += int(rest[1])
        else:
            kinds[rest[0]] = kinds.get(rest[0], 0) + 1
            if source not in seen and shown < show:
                seen.add(source)
                shown += 1
                print('%s: %s' % (source, ': '.join(rest)))
    for name, count in sorted(kinds.items(), key=lambda item: -item[1]):
        print('%6d %s' % (count, name))
    print('%d of %d files identical, %d of %d code objects' % (identical_files, files, identical_codes, codes))
    return 0 if identical_files == files else 1


if __name__ == '__main__':
    sys.exit(main())
