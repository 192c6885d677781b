#!/usr/bin/env python3
"""Compares Krait's syntax trees with those of the reference interpreter over any files or folders of Python sources.

    python3.6 tests/tools/compare_ast.py --dump BUILD/krait_ast_dump PATH...

Must be run with the reference (CPython 3.6): its ast.dump(ast.parse(source), include_attributes=True) is what
krait_ast_dump has to print. Files the reference rejects must be rejected with the same class, line, column and message.
"""
import argparse
import ast
import multiprocessing
import os
import subprocess
import sys


def python_files(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
            continue
        for folder, folders, names in sorted(os.walk(path)):
            folders[:] = sorted(f for f in folders if f != '__pycache__')
            for name in sorted(names):
                if name.endswith('.py'):
                    yield os.path.join(folder, name)


def reference(path):
    with open(path, 'rb') as file:
        source = file.read()
    try:
        tree = compile(source, path, 'exec', ast.PyCF_ONLY_AST, dont_inherit=True)
        return ast.dump(tree, annotate_fields=True, include_attributes=True)
    except RecursionError:
        return None
    except SyntaxError as error:
        return '!%s|%s|%s|%s' % (type(error).__name__, error.lineno or 0, max(error.offset or 0, 0), error.msg)
    except Exception as error:
        return '!%s|0|0|%s' % (type(error).__name__, error)


def compare(job):
    path, dump = job
    sys.setrecursionlimit(20000)
    expected = reference(path)
    if expected is None:
        return path, None
    run = subprocess.run([dump, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if run.returncode:
        return path, 'exit code %d: %s' % (run.returncode, run.stderr.decode(errors='replace')[-200:])
    actual = run.stdout.decode('utf-8', 'surrogatepass').rstrip('\n')
    if expected.startswith('!'):
        actual = '|'.join(actual.split('|')[:4])
        expected = expected.replace('\n', '\\n')
    if actual == expected:
        return path, None
    at = next((i for i, (a, b) in enumerate(zip(actual, expected)) if a != b), min(len(actual), len(expected)))
    start = max(0, at - 120)
    return path, '\n    expected …%s\n    actual   …%s' % (expected[start:at + 80], actual[start:at + 80])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--dump', required=True, help='the krait_ast_dump executable')
    parser.add_argument('-j', type=int, default=1, help='parallel processes')
    parser.add_argument('--show', type=int, default=20, help='differences to print')
    parser.add_argument('paths', nargs='+')
    options = parser.parse_args()
    jobs = [(path, options.dump) for path in python_files(options.paths)]
    different = []
    with multiprocessing.Pool(options.j) as pool:
        for path, difference in pool.imap(compare, jobs, chunksize=8):
            if difference:
                different.append(path)
                if len(different) <= options.show:
                    print('%s: %s' % (path, difference), flush=True)
    print('%d files, %d different' % (len(jobs), len(different)))
    return 1 if different else 0


if __name__ == '__main__':
    sys.exit(main())
