#!/usr/bin/env python3
"""Run the test scripts and compare their output with the expectations in their comments.

README.md in this folder describes the comments. Every test is one process of the interpreter, started in the
folder of the test. The run never stops at a failure; the last line is `N passed, N failed, N skipped`.
"""
import argparse
import concurrent.futures
import difflib
import os
import re
import signal
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.abspath(__file__))
FOLDERS = ['language', 'later', 'inventory', 'cases', 'builtins', 'modules', 'hostile', 'limits', 'regression', 'programs']
HOST_FOLDERS = ['cli', 'bytecode']  # unittest files, run by the Python that runs this script; KRAIT names the executable
KNOWN_FAILURES = os.path.join(ROOT, 'known_failures.txt')
LIMIT_OPTION = re.compile(r'-X *(memory-limit|max-steps|timeout)')

EXPECT = re.compile(r'# expect: ?(.*)$')
EXPECT_RAISES = re.compile(r'# expect raises: ?(.*)$')
EXPECT_STDERR = re.compile(r'# expect stderr contains: ?(.*)$')
DIRECTIVE = re.compile(r'^# (exit|stdin|args|options|skip|timeout|expect stdout): ?(.*)$')


class Test:
    """One script with what it expects, read from its comments and from the files beside it."""

    def __init__(self, path):
        self.path = path
        self.name = os.path.relpath(path, ROOT)
        self.lines, self.stderr_parts = [], []
        self.raises = self.exit = self.stdin = self.skip = self.golden_err = None
        self.any_stdout = False
        self.args, self.options, self.timeout = [], [], None
        with open(path, encoding='utf-8', errors='surrogateescape', newline='\n') as file:
            for line in file:
                self._read_line(line.rstrip('\r\n'))
        self._read_companions()

    def _read_line(self, line):
        found = EXPECT_RAISES.search(line)
        if found:
            self.raises = found.group(1).rstrip()
            return
        found = EXPECT_STDERR.search(line)
        if found:
            self.stderr_parts.append(found.group(1))
            return
        found = EXPECT.search(line)
        if found:
            self.lines.append(found.group(1).rstrip())
            return
        found = DIRECTIVE.match(line)
        if found:
            self._read_directive(found.group(1), found.group(2))

    def _read_directive(self, key, value):
        if key == 'exit':
            self.exit = int(value)
        elif key == 'stdin':
            self.stdin = (self.stdin or '') + value + '\n'
        elif key == 'args':
            self.args = value.split()
        elif key == 'options':
            self.options = value.split()
        elif key == 'skip':
            self.skip = value
        elif key == 'timeout':
            self.timeout = float(value)
        else:
            self.any_stdout = value.strip() == 'any'

    def _read_companions(self):
        base = self.path[:-3]
        if os.path.exists(base + '.out'):
            self.lines = [line.rstrip() for line in read(base + '.out').split('\n')]
            while self.lines and not self.lines[-1]:
                self.lines.pop()
        if os.path.exists(base + '.err'):
            self.golden_err = read(base + '.err')
        if os.path.exists(base + '.in'):
            self.stdin = read(base + '.in')

    def expected_status(self):
        if self.exit is not None:
            return self.exit
        return 1 if self.raises is not None else 0


class Outcome:
    def __init__(self, test, kind, detail='', seconds=0.0):
        self.test, self.kind, self.detail, self.seconds = test, kind, detail, seconds


def read(path):
    with open(path, encoding='utf-8', errors='surrogateescape', newline='') as file:
        return file.read().replace('\r\n', '\n')


def execute(command, test, options):
    """Run one test's process; return (status, stdout, stderr) as text, status None after a timeout."""
    environment = dict(os.environ, PYTHONHASHSEED='0', KRAITHASHSEED='0', PYTHONDONTWRITEBYTECODE='1', PYTHONIOENCODING='utf-8',
                       LC_ALL='C.UTF-8')
    environment.pop('PYTHONPATH', None)
    # exec inside a shell, because the limit must hold for the interpreter and not for this process
    limit = 'ulimit -v %d; ' % (options.memory * 1024) if options.memory else ''
    shell = ['/bin/sh', '-c', limit + 'ulimit -c 0; exec "$@"', 'sh']
    try:
        done = subprocess.run(shell + command, input=(test.stdin or '').encode('utf-8', 'surrogateescape'),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=os.path.dirname(test.path),
                              env=environment, timeout=test.timeout or options.timeout)
    except subprocess.TimeoutExpired:
        return None, '', ''
    return (done.returncode, done.stdout.decode('utf-8', 'surrogateescape').replace('\r\n', '\n'),
            done.stderr.decode('utf-8', 'surrogateescape').replace('\r\n', '\n'))


def command_of(interpreter, test):
    return interpreter + test.options + [os.path.basename(test.path)] + test.args


def judge(test, status, out, err):
    """Explain how the run differs from the expectations; '' when it does not."""
    if status is None:
        return 'timeout'
    if status < 0 or status >= 128:
        return 'killed by signal %d\n%s' % (-status if status < 0 else status - 128, err[-2000:])
    problems = []
    if status != test.expected_status():
        problems.append('exit status %d, expected %d' % (status, test.expected_status()))
    actual = [line.rstrip() for line in out.split('\n')]
    while actual and not actual[-1]:
        actual.pop()
    expected = list(test.lines)
    while expected and not expected[-1]:
        expected.pop()
    if actual != expected and not test.any_stdout:
        problems.extend(list(difflib.unified_diff(expected, actual, 'expected', 'actual', lineterm='', n=1))[:40])
    if test.raises is not None:
        last = (err.rstrip('\n').split('\n') or [''])[-1].rstrip()
        if last != test.raises:
            problems.append('raised   %s\nexpected %s' % (last, test.raises))
    for part in test.stderr_parts:
        if part not in err:
            problems.append('stderr lacks %r' % part)
    if test.golden_err is not None and err.rstrip() != test.golden_err.rstrip():
        problems.extend(difflib.unified_diff(test.golden_err.split('\n'), err.split('\n'), 'expected stderr',
                                             'actual stderr', lineterm='', n=1))
    if problems and test.golden_err is None and test.raises is None and err:
        problems.append('stderr: ' + err[-600:])
    return '\n'.join(problems)


def run_test(test, options):
    if test.skip is not None:
        return Outcome(test, 'skipped', test.skip)
    start = time.monotonic()
    status, out, err = execute(command_of([options.krait], test), test, options)
    detail = judge(test, status, out, err)
    return Outcome(test, 'failed' if detail else 'passed', detail, time.monotonic() - start)


def run_oracle(test, options):
    """Run the reference on the same test: a difference is an error of the test."""
    if test.skip is not None or LIMIT_OPTION.search(' '.join(test.options)):
        return Outcome(test, 'skipped', test.skip or 'a limit the reference does not have')
    start = time.monotonic()
    status, out, err = execute(command_of([options.oracle], test), test, options)
    if options.update and status is not None:
        update_goldens(test, out, err)
        test = Test(test.path)
    detail = judge(test, status, out, err)
    return Outcome(test, 'failed' if detail else 'passed', detail, time.monotonic() - start)


def update_goldens(test, out, err):
    for suffix, text in (('.out', out), ('.err', err)):
        path = test.path[:-3] + suffix
        if os.path.exists(path) and read(path) != text:
            with open(path, 'w', encoding='utf-8', errors='surrogateescape', newline='') as file:
                file.write(text)
            print('updated ' + os.path.relpath(path, ROOT))


def find_tests(filters):
    """Scripts below FOLDERS; names starting with _ are helpers that tests import."""
    found = []
    for folder in FOLDERS:
        for where, folders, files in os.walk(os.path.join(ROOT, folder)):
            folders[:] = sorted(name for name in folders if not name.startswith('_'))
            found += [os.path.join(where, name) for name in sorted(files)
                      if name.endswith('.py') and not name.startswith('_')]
    return [path for path in found if matches(os.path.relpath(path, ROOT), filters)]


def matches(name, filters):
    return not filters or any(text in name for text in filters)


class HostCase:
    def __init__(self, name):
        self.name = name


def run_host_file(path, options):
    """Run a unittest file of a host folder; one outcome per test method."""
    environment = dict(os.environ, KRAIT=options.krait)
    name = os.path.relpath(path, ROOT)
    done = subprocess.run([sys.executable, path, '-v'], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env=environment, timeout=1200)
    text = done.stdout.decode('utf-8', 'replace')
    outcomes = []
    pattern = r'^(test_\w+) \([^)]*\)(?:\n[^\n]*?)? \.\.\. (?:[^\n]*?)(ok|FAIL|ERROR|skipped[^\n]*)$'
    for method, verdict in re.findall(pattern, text, re.M):
        kind = {'ok': 'passed', 'FAIL': 'failed', 'ERROR': 'failed'}.get(verdict, 'skipped')
        block = re.search(r'^(?:FAIL|ERROR): %s .*?(?=^=====|\Z)' % method, text, re.M | re.S)
        outcomes.append(Outcome(HostCase(name + '::' + method), kind, block.group(0)[:2000] if block else verdict))
    if not outcomes or (done.returncode and not any(outcome.kind == 'failed' for outcome in outcomes)):
        outcomes.append(Outcome(HostCase(name), 'failed', text[-2000:]))
    return outcomes


def host_files(filters):
    found = []
    for folder in HOST_FOLDERS:
        where = os.path.join(ROOT, folder)
        if os.path.isdir(where):
            found += [os.path.join(where, name) for name in sorted(os.listdir(where))
                      if name.startswith('test_') and name.endswith('.py')]
    return [path for path in found if matches(os.path.relpath(path, ROOT), filters)]


def read_known_failures():
    if not os.path.exists(KNOWN_FAILURES):
        return {}
    known = {}
    for line in read(KNOWN_FAILURES).split('\n'):
        name, _, reason = line.partition('#')
        if name.strip():
            known[name.strip()] = reason.strip()
    return known


def settle(outcomes, known):
    """Turn known failures into skips, and their unexpected passes into failures."""
    for outcome in outcomes:
        if outcome.test.name in known:
            if outcome.kind == 'failed':
                outcome.kind, outcome.detail = 'skipped', 'known failure: ' + known[outcome.test.name]
            elif outcome.kind == 'passed':
                outcome.kind, outcome.detail = 'failed', 'passes, but is listed in known_failures.txt'


def show(outcome, verbose):
    if outcome.kind == 'failed':
        print('FAIL %s\n    %s' % (outcome.test.name, outcome.detail.replace('\n', '\n    ')), flush=True)
    elif verbose:
        print('%-7s %6.3f s  %s  %s' % (outcome.kind, outcome.seconds, outcome.test.name, outcome.detail), flush=True)


def main():
    sys.stdout.reconfigure(errors='backslashreplace')
    # Programs inherit an ignored SIGINT (of a job in the background), and could not be interrupted.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('krait', nargs='?', default=os.path.join(ROOT, '..', 'build', 'release', 'krait'))
    parser.add_argument('-k', '--filter', action='append', default=[], help='only tests whose path contains this')
    parser.add_argument('-j', '--jobs', type=int, default=2)
    parser.add_argument('-v', '--verbose', action='store_true')
    parser.add_argument('-l', '--list-failures', action='store_true', help='end with the names of the failed tests')
    parser.add_argument('--timeout', type=float, default=30, help='seconds per test')
    parser.add_argument('--memory', type=int, default=4096, help='MiB of address space per test; 0: no limit')
    parser.add_argument('--oracle', help='check the expectations against this CPython 3.6 instead of running Krait')
    parser.add_argument('--update', action='store_true', help='with --oracle: rewrite the .out and .err files')
    options = parser.parse_args()
    if options.update and not options.oracle:
        parser.error('--update needs --oracle: expectations come from the reference')
    options.krait = os.path.abspath(options.krait)
    if not options.oracle and not os.access(options.krait, os.X_OK):
        parser.error('no executable %s' % options.krait)

    tests = [Test(path) for path in find_tests(options.filter)]
    known = {} if options.oracle else read_known_failures()
    work = run_oracle if options.oracle else run_test
    outcomes = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for outcome in pool.map(lambda test: work(test, options), tests):
            settle([outcome], known)
            show(outcome, options.verbose)
            outcomes.append(outcome)
    for path in [] if options.oracle else host_files(options.filter):
        batch = run_host_file(path, options)
        settle(batch, known)
        for outcome in batch:
            show(outcome, options.verbose)
        outcomes += batch

    if options.list_failures:
        for outcome in outcomes:
            if outcome.kind == 'failed':
                print(outcome.test.name)
    counts = {kind: sum(outcome.kind == kind for outcome in outcomes) for kind in ('passed', 'failed', 'skipped')}
    print('%(passed)d passed, %(failed)d failed, %(skipped)d skipped' % counts)
    return 1 if counts['failed'] else 0


if __name__ == '__main__':
    sys.exit(main())
