#!/usr/bin/env python3
"""Run CPython 3.6's own unit tests with Krait.

usage: run_cpython_tests.py [options] PYTHON36_LIB KRAIT [test names...]

PYTHON36_LIB is the Lib folder of a CPython 3.6 (with its `test` package). Each test module runs in a process of its own
with KRAITPATH set to that folder, PYTHON* variables heeded and -X lang=3.6 (they test that later syntax is refused), in a folder of its own that is removed afterwards.
Without names the modules that test the language and the builtins run (LANGUAGE below). Per module the table shows how
many methods ran, passed, failed (errors included) and were skipped, and below it the names of those that failed. Each
docstring with examples counts as one method in the modules that run theirs as doctests. cpython_stand_ins holds modules
that CPython's tests import and do not use, and what can be written in Python of `_testcapi` (for WITH_CAPI);
cpython_reasons.txt says why methods fail.

options:  -j N          processes at once (2)
          --timeout S   seconds per module (120)
          --markdown F  write the table to a Markdown file too
          --show        print the modules' own output as well
          --all         run every module but those that cpython_reasons.txt leaves out
"""
import argparse
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))

LANGUAGE = '''
__future__ abc abstract_numbers array asyncgen atexit augassign base64 bigaddrspace bigmem binascii binop bisect bool
bufio builtin bytes call cmath codeccallbacks codecs codeop collections compare compile complex contains contextlib copy
copyreg coroutines csv decorators defaultdict deque descr dict dict_version dictcomps dictviews dynamic
dynamicclassattribute enum enumerate eof errno exception_hierarchy exception_variations exceptions extcall file fileio finalization
float flufl fnmatch format fractions frame fstring funcattrs functools future future3 future4 future5 gc generator_stop
generators genericclass genexps getargs2 global grammar hash hashlib heapq hmac import index int int_literal io ioctl isinstance
iter iterlen itertools json keyword keywordonlyarg linecache list listcomps long longexp marshal math memoryio memoryview
metaclass module numeric_tower opcodes operator ordered_dict pep247 pep277 pep3120 pep3131 pep3151 pep352 pep380 pep479
pickle pow print property pyclbr queue quopri raise random range re repl reprlib richcmp scope set setcomps slice sort
stat statistics string string_literals struct structmembers structseq subclassinit super symtable syntax sys sys_settrace
textwrap threading threading_local time traceback tuple typechecks types ucn unary unicode unicode_file unicodedata
unpack unpack_ex userdict userlist userstring uu weakref weakset with yield_from zlib ast code
'''.split()

# Modules of which some methods need no more of `_testcapi` than the stand-in has.
WITH_CAPI = '''
test_call test_exceptions test_fcntl test_fileio test_format test_inspect test_io test_posix test_range test_socket
test_traceback test_unicode
'''.split()

# Modules that import `_pickle` and look at a few of its signatures.
WITH_PICKLE = 'test_inspect test_pydoc'.split()

# Modules whose test_main() leaves out base classes, or sets up what the tests need.
WITH_MAIN = '''
test_decimal test_pickle test_pickletools test_selectors test_shelve test_socket test_threadsignals
'''.split()

# Modules whose tests are in another file: test_datetime wants them twice, for `_datetime` too.
STANDS_IN = {'test_datetime': 'datetimetester'}

# Methods that would take the whole module's time. They are not run and count as failed.
ENDLESS = {'test_sys': ['SysModuleTest.test_recursionlimit_fatalerror']}

RUNNER = '''
import io, sys, unittest
# Names and messages of failures may hold surrogates.
sys.stdout = sys.__stdout__ = io.TextIOWrapper(sys.stdout.detach(), 'UTF-8', 'backslashreplace', line_buffering=True)
name, has_main, endless = sys.argv[1], sys.argv[2] == 'main', sys.argv[3:]
sys.argv[1:] = []
import test.support
class Result(unittest.TextTestResult):
    def addSuccess(self, test):
        super().addSuccess(test)
        self.passed = getattr(self, 'passed', 0) + 1
def identify(case):
    return getattr(case, 'id', lambda: str(case))()
module = __import__('test.' + name, fromlist=['x'])
for method in endless:
    delattr(getattr(module, method.split('.')[0]), method.split('.')[1])
if has_main:
    result = Result(unittest.runner._WritelnDecorator(sys.stdout), True, 0)
    test.support._run_suite = lambda suite: suite(result)
    test.support.run_doctest = module.run_doctest = lambda *args: None
    module.test_main()
    result.printErrors()
else:
    suite = unittest.TestLoader().loadTestsFromModule(module)
    runner = unittest.TextTestRunner(stream=sys.stdout, verbosity=0, resultclass=Result)
    result = runner.run(suite)
bad = [identify(case) for case, text in result.failures + result.errors] + [identify(c) for c in result.unexpectedSuccesses]
bad += [module.__name__ + '.' + method for method in endless]
run, passed = result.testsRun + len(endless), getattr(result, 'passed', 0) + len(result.expectedFailures)
if 'run_doctest(' in open(module.__file__, encoding='latin-1').read():
    import doctest
    doctests = doctest.DocTestRunner(verbose=False)
    for case in doctest.DocTestFinder().find(module):
        if case.examples:
            run += 1
            if doctests.run(case).failed:
                bad.append('doctest ' + case.name)
            else:
                passed += 1
sys.stdout.flush()
print('\\n@@RESULT', run, passed, len(set(bad)), len(result.skipped))
for name in sorted(set(bad)):
    print('@@BAD', name)
sys.stdout.flush()
'''


class Outcome:
    def __init__(self, name):
        self.name, self.note, self.bad, self.output = name, '', [], ''
        self.run = self.passed = self.failed = self.skipped = 0

    @property
    def percentage(self):
        counted = self.passed + self.failed
        if self.note:
            return 0.0 if not counted else 100.0 * self.passed / (counted + 1)
        return 100.0 * self.passed / counted if counted else 100.0


def run_module(name, arguments):
    outcome = Outcome(name)
    environment = {k: v for k, v in os.environ.items() if not k.startswith(('KRAIT', 'PYTHON'))}
    stand_ins = os.path.join(HERE, 'cpython_stand_ins')
    folders = [arguments.lib, stand_ins]
    folders += [os.path.join(stand_ins, folder) for folder, names in (('capi', WITH_CAPI), ('pickle', WITH_PICKLE))
                if name in names]
    environment.update(KRAITPATH=os.pathsep.join(folders), KRAITPYTHONENV='1')
    with tempfile.TemporaryDirectory(prefix='krait-cpython-') as folder:
        script = os.path.join(folder, 'runner.py')
        with open(script, 'w') as file:
            file.write(RUNNER)
        command = [arguments.krait, '-X', 'lang=3.6', script, STANDS_IN.get(name, name),
                   'main' if name in WITH_MAIN else ''] + ENDLESS.get(name, [])
        try:
            done = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=arguments.timeout)
            outcome.output = done.stdout.decode('utf-8', 'replace')
            status = done.returncode
        except subprocess.TimeoutExpired as error:
            outcome.output = (error.stdout or b'').decode('utf-8', 'replace')
            outcome.note = 'timeout'
            return outcome
    found = re.search(r'^@@RESULT (\d+) (\d+) (\d+) (\d+)', outcome.output, re.M)
    if found:
        outcome.run, outcome.passed, outcome.failed, outcome.skipped = map(int, found.groups())
        outcome.bad = re.findall(r'^@@BAD (.*)', outcome.output, re.M)
    elif 'SkipTest' in outcome.output:
        outcome.note = ''
        outcome.skipped = 1
    else:
        lines = [line for line in outcome.output.splitlines() if line.strip()]
        outcome.note = 'signal %d' % -status if status < 0 else (lines[-1][:100] if lines else 'status %d' % status)
    return outcome


def read_reasons(kind=''):
    """Patterns and reasons of the lines that begin with the word: '' for methods, 'module ' for modules left out."""
    reasons = []
    with open(os.path.join(HERE, 'cpython_reasons.txt'), encoding='utf-8') as file:
        for line in file:
            if line.strip() and not line.startswith('#') and line.startswith('module ') == bool(kind):
                pattern, _, reason = line[len(kind):].rstrip().partition('  ')
                reasons.append((re.compile(pattern), reason))
    return reasons


def all_modules(lib):
    """Names of the modules that can run, and by reason those that cannot."""
    files = os.listdir(os.path.join(lib, 'test'))
    names = sorted({name[:-3] if name.endswith('.py') else name for name in files if re.match(r'test_\w+(\.py)?$', name)})
    reasons, left_out = read_reasons('module '), {}
    for name in names:
        for pattern, reason in reasons:
            if pattern.fullmatch(name):
                left_out.setdefault(reason, []).append(name)
                break
    return [name for name in names if not any(name in group for group in left_out.values())], left_out


def write_failures(file, outcome, reasons):
    """One line per reason with the methods that fail for it, then those without a reason."""
    groups = {}
    for bad in outcome.bad:
        name = re.sub(r'^(doctest )?test\.', '', bad)
        for tests, file_of_tests in STANDS_IN.items():
            name = name.replace(file_of_tests + '.', tests + '.')
        reason = next((text for pattern, text in reasons if pattern.match(name)), '')
        short = name.split('.', 1)[-1] if name.startswith(outcome.name) else name
        groups.setdefault(reason, []).append('`%s`' % re.sub(r' at 0x[0-9a-f]+', '', short))
    for reason in sorted(groups, key=lambda reason: (not reason, reason)):
        file.write('- %s: %s%s\n' % (outcome.name, ', '.join(sorted(set(groups[reason]))), reason and ': ' + reason))


def table(outcomes, separator):
    rows = []
    for o in outcomes:
        rows.append(separator.join([o.name.ljust(28), '%6d' % o.run, '%6d' % o.passed, '%6d' % o.failed, '%6d' % o.skipped,
                                    '%6.1f%%' % o.percentage, o.note]))
    return rows


INTRODUCTION = '''# CPython 3.6.15's own tests

Written by `tests/tools/run_cpython_tests.py --all -j 1 --timeout 300 --markdown docs/cpython-tests.md PYTHON36_LIB
KRAIT`: each module of CPython's `Lib/test` runs unmodified, in a process of its own; all rows are of one build.

%s.
Each method that fails is named below with its reason (`tests/tools/cpython_reasons.txt` holds them). Many need
`_testcapi`, or test sizes and identities of CPython's objects; `tests/tools/cpython_stand_ins` has what Python can do
of that module.

| module | run | passed | failed | skipped | %% | note |
| --- | ---: | ---: | ---: | ---: | ---: | --- |
'''


def write_markdown(path, outcomes, total, left_out):
    with open(path, 'w') as file:
        file.write(INTRODUCTION % total)
        for row in table(outcomes, ' | '):
            file.write('| ' + row.replace('_', '\\_') + ' |\n')
        file.write('\n## Failing methods\n\n')
        reasons = read_reasons()
        for outcome in outcomes:
            write_failures(file, outcome, reasons)
        if left_out:
            file.write('\n## Modules that are not in the table\n\n')
        for reason in sorted(left_out):
            file.write('- %s: %s\n' % (', '.join(left_out[reason]).replace('_', '\\_'), reason))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument('lib')
    parser.add_argument('krait')
    parser.add_argument('names', nargs='*')
    parser.add_argument('-j', type=int, default=2)
    parser.add_argument('--timeout', type=float, default=120)
    parser.add_argument('--markdown')
    parser.add_argument('--show', action='store_true')
    parser.add_argument('--all', action='store_true')
    arguments = parser.parse_args()
    arguments.krait = os.path.abspath(arguments.krait)
    arguments.lib = os.path.abspath(arguments.lib)
    names, left_out = arguments.names or LANGUAGE, {}
    if arguments.all:
        names, left_out = all_modules(arguments.lib)
    names = [name.split('.')[-1] if name.startswith('test.') else name for name in names]
    names = [name if name.startswith('test_') else 'test_' + name for name in names]
    names = [n for n in names if os.path.exists(os.path.join(arguments.lib, 'test', n + '.py'))
             or os.path.isdir(os.path.join(arguments.lib, 'test', n))]
    with concurrent.futures.ThreadPoolExecutor(arguments.j) as pool:
        outcomes = []
        for outcome in pool.map(lambda name: run_module(name, arguments), names):
            outcomes.append(outcome)
            if arguments.show:
                print(outcome.output)
            print(table([outcome], ' ')[0].rstrip(), flush=True)
    for outcome in outcomes:
        if outcome.bad:
            print('\n%s:' % outcome.name)
            for name in outcome.bad:
                print('    ' + name)
    run, passed = sum(o.run for o in outcomes), sum(o.passed for o in outcomes)
    failed, skipped = sum(o.failed for o in outcomes), sum(o.skipped for o in outcomes)
    broken = sum(bool(o.note) for o in outcomes)
    total = '%d methods run, %d passed, %d failed, %d skipped; %d of %d modules did not finish' % (
        run, passed, failed, skipped, broken, len(outcomes))
    print('\n' + total)
    if arguments.markdown:
        write_markdown(arguments.markdown, outcomes, total, left_out)
    return 0


if __name__ == '__main__':
    sys.exit(main())
