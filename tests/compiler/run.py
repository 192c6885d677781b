#!/usr/bin/env python3
"""Golden tests of the compiler: disassemblies (golden/*.py, *.dis) and refused programs (errors.txt).

    run.py DUMP                        DUMP is the program krait_compile_dump
    run.py --oracle PYTHON36 [--update]   checks (or rewrites) the expectations with CPython 3.6 instead

golden/NAME.py is a module; NAME.dis is what `dis` of CPython 3.6 prints for it and everything inside it, code objects
without their addresses. errors.txt holds programs, each behind a line `=== NAME` and followed by the line
`--- KIND|LINE|OFFSET|MESSAGE` that the reference answers.
"""
import argparse
import difflib
import glob
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.abspath(__file__))

# Runs under CPython 3.6: disassembles or refuses the listed sources as krait_compile_dump does.
ORACLE = r'''
import contextlib, dis, io, re, sys
def text_of(code):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        dis.dis(code)
    text = re.sub(r' at 0x[0-9a-f]+', '', out.getvalue())
    for constant in code.co_consts:
        if hasattr(constant, 'co_code'):
            text += '\nDisassembly of %s:\n%s' % (re.sub(r' at 0x[0-9a-f]+', '', repr(constant)), text_of(constant))
    return text
for line in sys.stdin:
    source, output, name = line.rstrip('\n').split('\t')
    with open(source, 'rb') as file:
        data = file.read()
    try:
        text = text_of(compile(data, name, 'exec', 0, True, 0))
    except (SyntaxError, RecursionError) as e:
        output += '.err'
        text = '%s\n%s\n%d\n%d\n' % (type(e).__name__, getattr(e, 'msg', e), getattr(e, 'lineno', 0) or 0,
                                     getattr(e, 'offset', 0) or 0)
    with open(output, 'w', encoding='utf-8') as file:
        file.write(text)
'''


def read(path):
    if not os.path.exists(path):
        return None
    with open(path, encoding='utf-8') as file:
        return file.read()


def write(path, text):
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def read_errors():
    """[(name, source, expected line)]"""
    cases = []
    for line in (read(os.path.join(ROOT, 'errors.txt')) or '').splitlines(True):
        if line.startswith('=== '):
            cases.append([line[4:].strip(), '', ''])
        elif line.startswith('--- '):
            cases[-1][2] = line[4:].strip()
        elif line.startswith('---'):
            pass
        else:
            cases[-1][1] += line
    return cases


def run(options, jobs):
    command = [options.dump, '--dis'] if options.dump else [options.oracle, '-c', ORACLE]
    listing = ''.join('%s\t%s\t%s\n' % job for job in jobs)
    done = subprocess.run(command, input=listing.encode())
    if done.returncode != 0:
        sys.exit('%s ended with %d' % (command[0], done.returncode))


def show_difference(name, expected, got):
    print('FAIL', name)
    for line in list(difflib.unified_diff((expected or '').splitlines(), (got or '(nothing)').splitlines(), 'expected',
                                          'got', lineterm=''))[:20]:
        print('   ', line)


def golden_tests(options, folder):
    sources = sorted(glob.glob(os.path.join(ROOT, 'golden', '*.py')))
    names = [os.path.basename(path)[:-3] for path in sources]
    run(options, [(path, os.path.join(folder, name), name + '.py') for path, name in zip(sources, names)])
    failures = 0
    for path, name in zip(sources, names):
        got, golden = read(os.path.join(folder, name)), path[:-3] + '.dis'
        if options.update:
            write(golden, got)
        elif got is None or got != read(golden):
            failures += 1
            show_difference(name, read(golden), got)
    return len(names), failures


def error_tests(options, folder):
    cases = read_errors()
    jobs = []
    for i, (_, source, _) in enumerate(cases):
        path = os.path.join(folder, 'error%d.py' % i)
        write(path, source)
        jobs.append((path, path + 'c', 'errors.py'))
    run(options, jobs)
    failures = 0
    for case, job in zip(cases, jobs):
        got = read(job[1] + '.err')
        kind, message, line, offset = got.split('\n')[:4] if got else ('accepted', '', 0, 0)
        answer = '%s|%s|%s|%s' % (kind, line, offset, message)
        if options.update:
            case[2] = answer
        elif answer != case[2]:
            failures += 1
            show_difference(case[0], case[2], answer)
    if options.update:
        write(os.path.join(ROOT, 'errors.txt'), ''.join('=== %s\n%s--- %s\n' % tuple(case) for case in cases))
    return len(cases), failures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('dump', nargs='?')
    parser.add_argument('--oracle')
    parser.add_argument('--update', action='store_true')
    options = parser.parse_args()
    if bool(options.dump) == bool(options.oracle) or (options.update and not options.oracle):
        parser.error('give DUMP, or --oracle PYTHON36 with or without --update')
    with tempfile.TemporaryDirectory() as folder:
        results = [golden_tests(options, folder), error_tests(options, folder)]
    total, failures = map(sum, zip(*results))
    print('%d passed, %d failed' % (total - failures, failures))
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
