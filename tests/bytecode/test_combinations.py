"""Programs compiled here and there, run here and there: four outputs that must be one.

The programs are the script tests of this folder's siblings. Without a reference (reference.py) the test is skipped.
"""
import concurrent.futures
import glob
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

from reference import KRAIT, PYTHON36, TESTS

sys.path.insert(0, TESTS)
import run  # noqa: E402

FOLDERS = ['language', 'builtins', 'modules', 'programs']
LEAST = 300
LEFT_OUT = os.path.join('modules', 'threads')   # what a failing thread prints last is a race in CPython

# Runs under the reference: compiles the "SOURCE<TAB>PYC<TAB>NAME" lines of its input.
COMPILE = r'''
import py_compile, sys, warnings
warnings.simplefilter('ignore')
for line in sys.stdin.read().splitlines():
    source, pyc, name = line.split('\t')
    try:
        py_compile.compile(source, pyc, name, doraise=True)
    except py_compile.PyCompileError:
        pass
'''


def output_of(command, test, folder):
    """Exit status, standard output and the last line of standard error."""
    environment = dict(os.environ, PYTHONHASHSEED='0', PYTHONDONTWRITEBYTECODE='1', PYTHONIOENCODING='utf-8',
                       LC_ALL='C.UTF-8')
    environment.pop('PYTHONPATH', None)
    try:
        done = subprocess.run(command, input=(test.stdin or '').encode('utf-8', 'surrogateescape'),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, env=environment, timeout=60)
    except subprocess.TimeoutExpired:
        return 'timeout', b'', b''
    return done.returncode, done.stdout, (done.stderr.splitlines() or [b''])[-1]


def reads_itself(path):
    """A program that opens its own file as text: a .pyc is none, and what it says of it depends on the file's time."""
    with open(path, 'rb') as file:
        return b'open(__file__' in file.read()


@unittest.skipUnless(PYTHON36, 'no CPython 3.6: set PYTHON36')
class Combinations(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def script_tests(self):
        """Scripts whose output is the same every time, with their place below the tests folder."""
        chosen = []
        for folder in FOLDERS:
            for path in sorted(glob.glob(os.path.join(TESTS, folder, '**', '*.py'), recursive=True)):
                parts = os.path.relpath(path, TESTS).split(os.sep)
                if any(part.startswith('_') for part in parts) or os.path.join(*parts).startswith(LEFT_OUT):
                    continue
                test = run.Test(path)
                if (test.skip is None and not test.any_stdout and not run.LIMIT_OPTION.search(' '.join(test.options))
                        and not reads_itself(path)):
                    chosen.append((os.path.join(*parts), test))
        return chosen

    def compile_all(self, tests):
        """Two copies of the scripts with the .pyc files of each side beside them."""
        places = {}
        for side in ('here', 'there'):
            places[side] = os.path.join(self.folder.name, side)
            for folder in FOLDERS:
                shutil.copytree(os.path.join(TESTS, folder), os.path.join(places[side], folder),
                                ignore=shutil.ignore_patterns('__pycache__'))
        lines = ''.join('%s\t%s\t%s\n' % (os.path.join(places['there'], name), os.path.join(places['there'], name + 'c'),
                                          os.path.basename(name)) for name, _ in tests)
        subprocess.run([PYTHON36, '-c', COMPILE], input=lines.encode(), check=True)

        def compile_here(name):
            folder, base = os.path.split(os.path.join(places['here'], name))
            subprocess.run([KRAIT, '-X', 'lang=3.6', '--emit-pyc', base + 'c', base], cwd=folder, stderr=subprocess.DEVNULL)

        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            list(pool.map(compile_here, [name for name, _ in tests]))
        return places

    def four_outputs(self, places, name, test):
        outputs = {}
        for compiled in ('here', 'there'):
            folder, base = os.path.split(os.path.join(places[compiled], name))
            for runner, where in ((KRAIT, 'here'), (PYTHON36, 'there')):
                outputs[compiled, where] = output_of([runner] + test.options + [base + 'c'] + test.args, test, folder)
        return outputs

    def test_four_combinations(self):
        tests = self.script_tests()
        places = self.compile_all(tests)
        programs, differences = 0, []
        runnable = []
        for name, test in tests:
            made = [os.path.exists(os.path.join(places[side], name + 'c')) for side in ('here', 'there')]
            if made[0] != made[1]:
                differences.append('%s: compiled %s only' % (name, 'here' if made[0] else 'there'))
            elif made[0]:
                runnable.append((name, test))
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for (name, _), outputs in zip(runnable, pool.map(lambda pair: self.four_outputs(places, *pair), runnable)):
                programs += 1
                expected = outputs['there', 'there']
                for (compiled, ran), output in outputs.items():
                    if output != expected:
                        differences.append('%s compiled %s, run %s: %r\n    expected %r' % (
                            name, compiled, ran, output, expected))
        self.assertEqual(differences, [], '\n'.join(differences))
        self.assertGreaterEqual(programs, LEAST)


if __name__ == '__main__':
    unittest.main()
