#!/usr/bin/env python3
"""Time Krait against every CPython found here, on the programs in bench/programs.

Each program measures run() with time.process_time() and prints `name seconds result`; `startup`
is measured from outside, as the processor time of the whole process. All interpreters take turns
within a round, so that a busy moment of the machine hits all of them, and the best of the rounds counts.
Results must be equal between interpreters; see README.md.
"""
import argparse
import glob
import math
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TIMEOUT = 1000  # no exit status
KERNELS = ['fib', 'loop', 'nbody', 'methods', 'lists', 'dicts', 'mandel']
PYENV = os.path.join(os.environ.get('PYENV_ROOT', os.path.expanduser('~/.pyenv')), 'versions')
CPYTHONS = [
    ('3.6', PYENV + '/3.6.*/bin/python3.6'),
    ('3.11', PYENV + '/3.11.*/bin/python3.11'),
    ('3.11s', '/usr/bin/python3.11'),
    ('3.13', PYENV + '/3.13.*/bin/python3.13'),
]


class Run:
    """What one process reported: seconds, result text, its peak memory in KiB, or why it failed."""

    def __init__(self, seconds=None, result=None, memory=0, failure=None):
        self.seconds, self.result, self.memory, self.failure = seconds, result, memory, failure


def peak_of_living(pid):
    """Peak resident KiB of a running process; 0 once it has ended."""
    try:
        with open('/proc/%d/status' % pid) as status:
            return int(re.search(r'VmHWM:\s*(\d+)', status.read()).group(1))
    except (OSError, AttributeError):
        return 0


def execute(command, timeout, cwd=None):
    """Run a command; return (status, stdout, stderr, rusage, peak KiB). A negative status is a signal, TIMEOUT a timeout."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start, sampled, status = time.monotonic(), 0, None
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=cwd,
                                   env=dict(os.environ, PYTHONHASHSEED='0', KRAITHASHSEED='0'))
        while status is None:
            pid, code, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                status = -os.WTERMSIG(code) if os.WIFSIGNALED(code) else os.WEXITSTATUS(code)
            elif time.monotonic() - start > timeout:
                process.kill()
                _, _, usage = os.wait4(process.pid, 0)
                status = TIMEOUT
            else:
                sampled = max(sampled, peak_of_living(process.pid))
                time.sleep(0.002)
        process.returncode = status
        # A child's ru_maxrss starts at its parent's size, so small processes are known by sampling alone.
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        peak = usage.ru_maxrss if usage.ru_maxrss > own or not sampled else sampled
        out.seek(0), err.seek(0)
        return status, out.read().decode('utf-8', 'replace'), err.read().decode('utf-8', 'replace'), usage, peak


def run_program(interpreter, path, scale, timeout):
    code, out, err, usage, peak = execute([interpreter, path, repr(scale)], timeout)
    parts = out.strip().split(' ', 2)
    if code == TIMEOUT:
        return Run(failure='timeout')
    if code or len(parts) != 3:
        last = err.strip().splitlines()[-1:] or ['no output']
        return Run(failure='status %d: %s' % (code, last[0]))
    seconds = float(parts[1])
    if parts[0] == 'startup':
        seconds = usage.ru_utime + usage.ru_stime
    return Run(seconds, parts[2], peak)


def run_prototype(binary, cwd, timeout):
    """Best seconds per kernel from the lines `name seconds result` of `BINARY all 5`."""
    code, out, err, _, _ = execute([os.path.abspath(binary), 'all', '5'], timeout, cwd)
    times = {}
    for line in out.splitlines():
        parts = line.split()
        if len(parts) < 2 or parts[0] not in KERNELS:
            continue
        seconds = [float(number) for number in re.findall(r'\d+\.\d+(?:e-?\d+)?', parts[1])]
        if seconds:
            times[parts[0]] = min(seconds[0], times.get(parts[0], seconds[0]))
    if code or not times:
        print('prototype failed: status %d %s' % (code, err.strip()[-200:]))
    return times


def count_instructions(interpreter, path, scale, timeout):
    with tempfile.TemporaryDirectory() as folder:
        command = ['valgrind', '--tool=callgrind', '--callgrind-out-file=' + folder + '/out',
                   interpreter, path, repr(scale)]
        code, _, err, _, _ = execute(command, timeout)
        found = re.search(r'Collected : (\d+)', err)
        return int(found.group(1)) if code == 0 and found else None


def geometric_mean(values):
    return math.exp(sum(math.log(value) for value in values) / len(values)) if values else float('nan')


def find_interpreters(options):
    interpreters = []
    if options.krait:
        if os.access(options.krait, os.X_OK):
            interpreters.append(('krait', os.path.abspath(options.krait)))
        else:
            print('skipped: krait (%s is not executable)' % options.krait)
    for name, pattern in CPYTHONS:
        found = [path for path in sorted(glob.glob(pattern)) if os.access(path, os.X_OK)]
        if options.only and name not in options.only.split(','):
            continue
        if found:
            interpreters.append((name, found[-1]))
        else:
            print('skipped: CPython %s (no %s)' % (name, pattern))
    return interpreters


def measure(names, interpreters, options):
    """{program: {interpreter: [Run, one per round]}}; rounds outside, interpreters innermost."""
    runs = {name: {key: [] for key, _ in interpreters} for name in names}
    for number in range(options.rounds):
        for name in names:
            for key, path in interpreters:
                previous = runs[name][key]
                if previous and previous[-1].failure:
                    continue
                program = os.path.join(HERE, 'programs', name + '.py')
                previous.append(run_program(path, program, options.scale, options.timeout))
        print('round %d of %d done' % (number + 1, options.rounds), file=sys.stderr)
    return runs


def best(runs):
    return None if not runs or runs[-1].failure else min(run.seconds for run in runs)


def report(names, interpreters, runs, prototype):
    """Print the table; return the list of failures."""
    keys = [key for key, _ in interpreters]
    others = [key for key in keys if key != 'krait']
    failures, ratios, memory_ratios, prototype_ratios = [], {key: [] for key in others + ['fastest']}, [], []
    print('\n%-16s' % 'milliseconds' + ''.join('%10s' % key for key in keys) + '   krait/fastest   peak MiB krait/least'
          + ('   prototype  krait/prototype' if prototype else ''))
    for name in names:
        times = {key: best(runs[name][key]) for key in keys}
        results = {key: runs[name][key][-1].result for key in keys if times[key] is not None}
        for key in keys:
            if times[key] is None:
                failures.append('%s on %s: %s' % (name, key, runs[name][key][-1].failure))
        if len(set(results.values())) > 1:
            failures.append('%s: results differ: %s' % (name, results))
        line = '%-16s' % name
        for key in keys:
            line += '%10s' % ('failed' if times[key] is None else '%.1f' % (times[key] * 1000))
        ours = times.get('krait')
        rivals = {key: times[key] for key in others if times[key]}
        if ours and rivals:
            fastest = min(rivals, key=rivals.get)
            ratios['fastest'].append(ours / rivals[fastest])
            for key, seconds in rivals.items():
                ratios[key].append(ours / seconds)
            line += '   %5.2f (%-5s)' % (ours / rivals[fastest], fastest)
            memory = {key: min(run.memory for run in runs[name][key]) / 1024 for key in ['krait'] + list(rivals)}
            least = min(memory[key] for key in rivals)
            memory_ratios.append(memory['krait'] / least)
            line += '   %8.1f %9.1f' % (memory['krait'], least)
        if prototype.get(name):
            line += '  %10.1f' % (prototype[name] * 1000)
            if ours:
                prototype_ratios.append(ours / prototype[name])
                line += '%17.2f' % prototype_ratios[-1]
        print(line)
    print()
    for key in ['fastest'] + others:
        if ratios[key]:
            print('krait / %-8s geometric mean %.3f   median %.3f   worst %.2f   slower in %d of %d' % (
                key, geometric_mean(ratios[key]), statistics.median(ratios[key]), max(ratios[key]),
                sum(ratio > 1 for ratio in ratios[key]), len(ratios[key])))
    if memory_ratios:
        print('peak memory / least   geometric mean %.3f' % geometric_mean(memory_ratios))
    if prototype_ratios:
        print('krait / prototype     geometric mean %.3f   worst %.2f' % (
            geometric_mean(prototype_ratios), max(prototype_ratios)))
    return failures


def report_callgrind(interpreters, options):
    print('\nmillions of instructions at scale 0.1, start-up taken off')
    print('%-16s' % '' + ''.join('%10s' % key for key, _ in interpreters))
    programs = {name: os.path.join(HERE, 'programs', name + '.py') for name in KERNELS + ['startup']}
    base = {key: count_instructions(path, programs['startup'], 1.0, 600) for key, path in interpreters}
    for name in KERNELS:
        line = '%-16s' % name
        for key, path in interpreters:
            count = count_instructions(path, programs[name], 0.1, 600)
            line += '%10s' % ('-' if count is None or base[key] is None else '%.1f' % ((count - base[key]) / 1e6))
        print(line, flush=True)
    print('%-16s' % 'startup' + ''.join('%10s' % ('-' if base[key] is None else '%.1f' % (base[key] / 1e6))
                                        for key, _ in interpreters))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--krait', default=os.path.join(HERE, '..', 'build', 'release', 'krait'),
                        help="Krait's executable; '' for none")
    parser.add_argument('--only', default='', help='comma-separated CPythons: 3.6,3.11,3.11s,3.13')
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--scale', type=float, default=1.0)
    parser.add_argument('--timeout', type=float, default=60, help='seconds per process')
    parser.add_argument('--prototype', default='', help='binary printing `name seconds result` for `all 5`')
    parser.add_argument('--prototype-cwd', default=None, help='folder to run that binary in')
    parser.add_argument('--callgrind', action='store_true', help='also count instructions of the seven kernels')
    parser.add_argument('programs', nargs='*', help='names of programs; all when none is given')
    options = parser.parse_args()

    available = sorted(name[:-3] for name in os.listdir(os.path.join(HERE, 'programs')) if name.endswith('.py'))
    names = options.programs or KERNELS + [name for name in available if name not in KERNELS]
    unknown = [name for name in names if name not in available]
    if unknown:
        parser.error('no such program: ' + ', '.join(unknown))
    interpreters = find_interpreters(options)
    if not interpreters:
        parser.error('no interpreter found')
    for key, path in interpreters:
        print('%-6s %s' % (key, path))

    runs = measure(names, interpreters, options)
    prototype = run_prototype(options.prototype, options.prototype_cwd, 600) if options.prototype else {}
    failures = report(names, interpreters, runs, prototype)
    if options.callgrind:
        if shutil.which('valgrind'):
            report_callgrind(interpreters, options)
        else:
            print('skipped: callgrind (valgrind is not installed)')
    for failure in failures:
        print('FAILED ' + failure)
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
