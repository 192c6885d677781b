#!/usr/bin/env python3
"""Exchange .pyc files with CPython 3.6: everything that one side writes must load, unchanged, on the other.

    exchange_pyc.py PYTHON36 FOLDER... [-O LEVEL] [--krait KRAIT]

Both compile every source. Then each side loads both files of a source, compares the code objects in all fields, and
writes what it loaded once more (marshal.dumps) for the other to load and compare.
"""
import argparse
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from compare_bytecode import ROOT, find_sources, run_dump  # noqa: E402

# Runs on both sides. Input lines: FILE<TAB>FILE… : all of them must hold the same code; with `dump` as its argument it
# writes the first one again, to the last one's name with the ending .again-SIDE.
WORKER = r'''
import marshal, sys
side, dump = sys.argv[1], sys.argv[2] == 'dump'
FIELDS = ('co_name', 'co_argcount', 'co_kwonlyargcount', 'co_nlocals', 'co_flags', 'co_firstlineno', 'co_names',
          'co_varnames', 'co_freevars', 'co_cellvars', 'co_code', 'co_stacksize', 'co_lnotab', 'co_filename')
def key(constant):
    kind = type(constant).__name__
    if kind == 'code':
        return (kind,) + tuple(getattr(constant, field) for field in FIELDS) + tuple(map(key, constant.co_consts))
    if kind == 'tuple':
        return kind, tuple(map(key, constant))
    if kind == 'frozenset':
        return kind, frozenset(map(key, constant))
    if kind in ('float', 'complex'):
        return kind, repr(constant)
    return kind, constant
def load(path):
    with open(path, 'rb') as file:
        data = file.read()
    if data[:4] != b'\x33\x0d\r\n':
        raise ValueError('magic number')
    return marshal.loads(data[12:])
count = bad = 0
for line in sys.stdin.read().splitlines():
    paths = line.split('\t')
    try:
        codes = [load(path) for path in paths]
        keys = [key(code) for code in codes]
        good = all(k == keys[0] for k in keys[1:])
        if codes[0] == load(paths[0]):  # never for code with a NaN
            good = good and all(code == codes[0] for code in codes[1:])
        if dump:
            with open(paths[-1] + '.again-' + side, 'wb') as file:
                file.write(b'\x33\x0d\r\n' + bytes(8) + marshal.dumps(codes[0]))
    except Exception as error:
        good = False
        print('%s: %s: %s' % (paths[0], type(error).__name__, error))
    count += 1
    bad += not good
    if not good:
        print('different: ' + line)
print('%s: %d sources, %d different' % (side, count, bad))
sys.exit(1 if bad else 0)
'''

COMPILE = r'''
import sys, warnings, py_compile
warnings.simplefilter('ignore')
level = int(sys.argv[1])
for line in open(sys.argv[2], encoding='utf-8', errors='surrogateescape'):
    source, target = line.rstrip('\n').split('\t')
    try:
        py_compile.compile(source, target, source, doraise=True, optimize=level)
    except Exception:
        pass
'''


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('python36')
    parser.add_argument('folders', nargs='+')
    parser.add_argument('-O', dest='level', type=int, default=0)
    parser.add_argument('--krait', default=os.path.join(ROOT, 'build', 'release', 'krait'))
    parser.add_argument('--dump', default=os.path.join(ROOT, 'build', 'release', 'krait_compile_dump'))
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        sources = list(find_sources(options.folders))
        here = [os.path.join(folder, '%06d-here.pyc' % i) for i in range(len(sources))]
        there = [os.path.join(folder, '%06d-there.pyc' % i) for i in range(len(sources))]
        run_dump(options.dump, options.level, 'exec', list(zip(sources, here)))
        listing = os.path.join(folder, 'list')
        with open(listing, 'w', encoding='utf-8', errors='surrogateescape') as file:
            file.writelines('%s\t%s\n' % pair for pair in zip(sources, there))
        subprocess.run([options.python36, '-c', COMPILE, str(options.level), listing], check=True)
        pairs = [pair for pair in zip(here, there) if os.path.exists(pair[0]) and os.path.exists(pair[1])]
        print('%d of %d sources compile on both sides' % (len(pairs), len(sources)))
        interpreters = (('krait', options.krait), ('cpython', options.python36))
        for mode in ('dump', 'check'):
            for side, interpreter in interpreters:
                extra = [] if mode == 'dump' else ['.again-krait', '.again-cpython']
                lines = ''.join('\t'.join((a, b) + tuple(b + ending for ending in extra)) + '\n' for a, b in pairs)
                failed |= subprocess.run([interpreter, '-c', WORKER, side, mode], input=lines.encode()).returncode
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
