#!/usr/bin/env python3
"""Time source to code object: the loop of compile() calls inside each interpreter, on the same sources.

    bench/compile.py [FOLDER...] [--krait KRAIT] [--python PYTHON36] [--rounds N]

Without a FOLDER the sources are CPython 3.6's library with its tests where that interpreter is present, else the
modules in builtins/lib. The sources are read before the clock starts, and a file that one of them refuses counts
for none. The interpreters take turns, each in a process of its own; processor time counts, the best round of each and
the median of the rounds' ratios.
"""
import argparse
import glob
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GOAL = 3.0

# Runs in each interpreter: argv[1] is the list of files. Prints seconds and the peak of resident memory in kB.
WORKER = r'''
import sys, time
sources = []
for path in open(sys.argv[1], encoding='utf-8').read().split('\n'):
    if path:
        with open(path, encoding='utf-8') as file:
            sources.append((file.read(), path))
start = time.process_time()
for text, path in sources:
    compile(text, path, 'exec', 0, True)
seconds = time.process_time() - start
with open('/proc/self/status') as file:
    peak = [line.split()[1] for line in file if line.startswith('VmHWM')][0]
print(seconds, peak)
'''

# Which of the files on standard input this interpreter compiles.
FILTER = r'''
import sys
for path in sys.stdin.read().split('\n'):
    try:
        with open(path, encoding='utf-8') as file:
            compile(file.read(), path, 'exec', 0, True)
        print(path)
    except (SyntaxError, ValueError, OSError, RecursionError, MemoryError):
        pass
'''


def find_python():
    found = sorted(glob.glob(os.path.expanduser('~/.pyenv/versions/3.6.*/bin/python3.6')), reverse=True)
    for path in [shutil.which('python3.6')] + found:
        if path and subprocess.run([path, '-c', ''], stderr=subprocess.DEVNULL).returncode == 0:
            return path
    return None


def library_of(python):
    code = 'import os; print(os.path.dirname(os.__file__))'
    return subprocess.run([python, '-c', code], stdout=subprocess.PIPE, check=True).stdout.decode().strip()


def sources_below(folders):
    found = []
    for folder in folders:
        for base, names, files in os.walk(folder):
            names[:] = sorted(name for name in names if name != 'site-packages')
            found += [os.path.join(base, name) for name in sorted(files) if name.endswith('.py')]
    return found


def accepted_by(interpreter, paths):
    done = subprocess.run([interpreter, '-W', 'ignore', '-c', FILTER], input='\n'.join(paths).encode(),
                          stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().split('\n')[:-1]


def count_lines(paths):
    lines = size = 0
    for path in paths:
        with open(path, 'rb') as file:
            data = file.read()
        lines, size = lines + data.count(b'\n'), size + len(data)
    return lines, size


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folders', nargs='*')
    parser.add_argument('--krait', default=os.path.join(ROOT, 'build', 'release', 'krait'))
    parser.add_argument('--python', default=find_python())
    parser.add_argument('--rounds', type=int, default=5)
    options = parser.parse_args()
    interpreters = {'krait': options.krait}
    if options.python:
        interpreters['CPython 3.6'] = options.python
    else:
        print('no CPython 3.6 found: nothing to compare with')
    folders = options.folders or [library_of(options.python) if options.python else
                                  os.path.join(ROOT, 'builtins', 'lib')]
    paths = sources_below(folders)
    for interpreter in interpreters.values():
        paths = accepted_by(interpreter, paths)
    lines, size = count_lines(paths)
    print('%d files, %d lines, %.1f MB' % (len(paths), lines, size / 1e6))
    times, peak = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        listing = os.path.join(folder, 'list')
        with open(listing, 'w', encoding='utf-8') as file:
            file.write('\n'.join(paths))
        for _ in range(options.rounds):
            for name, interpreter in interpreters.items():
                done = subprocess.run([interpreter, '-W', 'ignore', '-c', WORKER, listing], stdout=subprocess.PIPE,
                                      check=True)
                seconds, memory = done.stdout.decode().split()
                times.setdefault(name, []).append(float(seconds))
                peak[name] = max(peak.get(name, 0), int(memory))
    # The clock of a shared machine changes from second to second: neighbours in time are compared.
    best = {name: min(each) for name, each in times.items()}
    for name in interpreters:
        print('%-12s %7.3f s %10.0f lines/s   peak %6.1f MB' % (name, best[name], lines / best[name], peak[name] / 1024))
    if 'CPython 3.6' not in best:
        return 0
    ratios = [slow / fast for slow, fast in zip(times['CPython 3.6'], times['krait'])]
    print('%.2f times as many lines per second in the best rounds, median of the rounds %.2f (goal: %.1f), '
          '%.2f times the memory' % (best['CPython 3.6'] / best['krait'], statistics.median(ratios), GOAL,
                                     peak['krait'] / peak['CPython 3.6']))
    return 0


if __name__ == '__main__':
    sys.exit(main())
