#!/usr/bin/env python3
"""Run random programs with Krait and with CPython 3.6 and compare what they do.

    behaviour_differential.py KRAIT PYTHON36 [-n COUNT] [--first SEED] [--batch N] [-j N]

random_behaviour.py writes the programs; seed N is always the same one. One process of each interpreter runs a batch of
them: output, exceptions with causes, contexts and the lines of the traceback. A batch that differs or does not finish is
taken apart, and each program that differs is printed with both outputs; what CPython does not finish has nothing to be
compared with and is counted. Exit status 1 if there was a difference, 77 without
PYTHON36.
"""
import argparse
import concurrent.futures
import difflib
import json
import os
import resource
import subprocess
import sys
import tempfile

import random_behaviour

RUNNER = r'''
import gc, json, re, sys
gc.disable()
with open(sys.argv[1]) as file:
    prelude, programs = json.load(file)
prelude = compile(prelude, '<prelude>', 'exec')
ADDRESS = re.compile('0[xX][0-9a-fA-F]+|[0-9a-fA-F]{6,}[xX]0')   # texts are printed backwards, too
def describe(error, depth=0):
    if error is None or depth > 4:
        return
    lines, trace = [], error.__traceback__
    while trace is not None and len(lines) < 12:
        lines.append('%s:%d' % (trace.tb_frame.f_code.co_name, trace.tb_lineno))
        trace = trace.tb_next
    try:
        text = str(error)
    except Exception as e:
        text = 'str() raised ' + type(e).__name__
    yield '%s%s: %s %s %s' % (' ' * depth, type(error).__name__, text, lines, error.__suppress_context__)
    yield from describe(error.__cause__, depth + 1)
    yield from describe(error.__context__, depth + 1)
def run(seed, text):
    lines = []
    world = {'_lines': lines, '__name__': 'program'}
    exec(prelude, world)
    try:
        exec(compile(text, '<program>', 'exec'), world)
    except SyntaxError as error:
        lines.append('SyntaxError %s %s %s' % (error.msg, error.lineno, error.offset))
    except BaseException as error:
        lines.extend(describe(error))
    # What runs out of fuel has called deep: when the objects of its frames die (and use more) is the implementation's
    # business, CPython puts off what lies more than 50 deep.
    lines.append('fuel %d' % max(world['_fuel'][0], -1))
    return list(lines), world
for seed, text in programs:
    lines, world = run(seed, text)
    print('@@', seed)
    print(ADDRESS.sub('0x', '\n'.join(lines)).encode('utf-8', 'backslashreplace').decode())
    sys.stdout.flush()
    world.clear()
    if seed % 16 == 0:
        gc.collect()
'''


# Bytes of address space: a number or text beyond it is a MemoryError in both.
MEMORY = 2 << 30


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def run_batch(interpreter, runner, path, options):
    environment = dict(os.environ, PYTHONHASHSEED='0', KRAITHASHSEED='0', PYTHONIOENCODING='utf-8', PYTHONDONTWRITEBYTECODE='1')
    try:
        done = subprocess.run(interpreter + [runner, path], preexec_fn=limit_memory, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                              env=environment, timeout=options.timeout)
    except subprocess.TimeoutExpired:
        return 'timeout', {}
    outputs = {}
    for part in done.stdout.decode('utf-8', 'replace').split('@@ ')[1:]:
        seed, _, text = part.partition('\n')
        outputs[int(seed)] = text
    status = '' if done.returncode == 0 else 'status %d\n%s' % (done.returncode, done.stderr.decode('utf-8', 'replace')[-500:])
    return status, outputs


def compare(seeds, folder, options):
    """[(seed, program, output of Krait, output of CPython)] of the programs that differ."""
    programs = [(seed, random_behaviour.write_program(seed)) for seed in seeds]
    path = os.path.join(folder, 'batch%d.json' % seeds[0])
    with open(path, 'w') as file:
        json.dump([random_behaviour.PRELUDE, programs], file)
    runner = os.path.join(folder, 'runner.py')
    results = [run_batch(interpreter, runner, path, options) for interpreter in ([options.krait, '-X', 'lang=3.6'], [options.python])]
    os.remove(path)
    (mine_status, mine), (their_status, theirs) = results
    if mine == theirs and len(mine) == len(programs) and not mine_status:
        return []
    if len(seeds) == 1:
        seed, program = programs[0]
        if their_status == 'timeout':
            return [(seed, None, '', '')]   # too slow for CPython (a shift by billions, say): nothing to compare with
        return [(seed, program, mine.get(seed, '') + mine_status, theirs.get(seed, '') + their_status)]
    different = []
    for seed, program in programs:
        if mine.get(seed) is None or mine.get(seed) != theirs.get(seed):
            different += compare([seed], folder, options)
    return different


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('krait')
    parser.add_argument('python')
    parser.add_argument('-n', dest='count', type=int, default=1000)
    parser.add_argument('--first', type=int, default=0, help='seed of the first program')
    parser.add_argument('--batch', type=int, default=200)
    parser.add_argument('-j', type=int, default=1)
    parser.add_argument('--timeout', type=float, default=120, help='seconds per batch')
    parser.add_argument('--show', type=int, default=10, help='programs that differ to print')
    options = parser.parse_args()
    try:
        version = subprocess.run([options.python, '-V'], stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout.decode()
    except OSError:
        version = ''
    if not version.startswith('Python 3.6'):
        print('skipped: %s is no CPython 3.6' % options.python)
        return 77
    batches = [range(start, min(start + options.batch, options.first + options.count))
               for start in range(options.first, options.first + options.count, options.batch)]
    found = unknown = 0
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ProcessPoolExecutor(options.j) as pool:
        with open(os.path.join(folder, 'runner.py'), 'w') as file:
            file.write(RUNNER)
        for different in pool.map(compare, batches, [folder] * len(batches), [options] * len(batches)):
            for seed, program, mine, theirs in different:
                if program is None:
                    unknown += 1
                    continue
                found += 1
                if found <= options.show:
                    delta = difflib.unified_diff(theirs.split('\n'), mine.split('\n'), 'CPython', 'Krait', lineterm='', n=2)
                    print('==== program %d\n%s----\n%s\n' % (seed, program, '\n'.join(delta)), flush=True)
                else:
                    print('==== program %d differs' % seed, flush=True)
    print('%d programs, %d differ, %d not finished by CPython' % (options.count, found, unknown))
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
