"""The behaviour of the command line. The environment variable KRAIT names the executable."""
import os
import subprocess
import sys
import tempfile
import unittest

KRAIT = os.path.abspath(os.environ.get('KRAIT') or os.path.join(
    os.path.dirname(os.path.abspath(__file__)), '..', '..', 'build', 'release', 'krait'))


class Finished:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    def __repr__(self):
        return 'status %r\nstdout %r\nstderr %r' % (self.status, self.out[-1000:], self.err[-1000:])


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def run_krait(self, *arguments, stdin='', timeout=60):
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        done = subprocess.run([KRAIT] + list(arguments), input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              cwd=self.folder.name, timeout=timeout)
        return Finished(done.returncode, done.stdout.decode('utf-8', 'replace'), done.stderr.decode('utf-8', 'replace'))

    def write(self, name, content):
        path = os.path.join(self.folder.name, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def check(self, done, status, out=None, err=None):
        self.assertEqual(done.status, status, done)
        if out is not None:
            self.assertEqual(done.out, out, done)
        if err is not None:
            self.assertIn(err, done.err, done)

    def executable(self, word, folder):
        """sys.executable of an interpreter that was started by that word."""
        done = subprocess.run([word, '-c', 'import sys; print(sys.executable)'], executable=KRAIT, cwd=folder,
                              env={'PATH': '/nowhere:' + os.path.dirname(KRAIT)}, stdout=subprocess.PIPE)
        return done.stdout.decode()[:-1]

    def test_executable(self):
        folder, name = os.path.split(KRAIT)
        self.assertEqual(self.executable(KRAIT, '/'), KRAIT)
        self.assertEqual(self.executable('./' + name, folder), KRAIT)
        self.assertEqual(self.executable(os.path.basename(folder) + '/' + name, os.path.dirname(folder)), KRAIT)
        self.assertEqual(self.executable(name, '/'), KRAIT)
        self.assertEqual(self.executable('no-such-program', '/'), '')

    def test_command(self):
        self.check(self.run_krait('-c', 'import sys; print(sys.argv, __name__)', 'a', '-x'), 0,
                   "['-c', 'a', '-x'] __main__\n")

    def test_command_exception(self):
        done = self.run_krait('-c', '1/0')
        self.check(done, 1, '', 'ZeroDivisionError: division by zero')
        self.assertIn('File "<string>", line 1, in <module>', done.err)

    def test_command_missing_argument(self):
        self.assertEqual(self.run_krait('-c').status, 2)

    def test_version(self):
        for option in ('-V', '--version'):
            done = self.run_krait(option)
            self.assertEqual(done.status, 0, done)
            self.assertIn('Krait', done.out + done.err)

    def test_help(self):
        done = self.run_krait('-h')
        self.assertEqual(done.status, 0, done)
        self.assertIn('-c', done.out)

    def test_unknown_option(self):
        self.assertEqual(self.run_krait('--no-such-option').status, 2)

    def test_file_and_arguments(self):
        self.write('a.py', 'import sys\nprint(sys.argv, __file__)\n')
        self.check(self.run_krait('a.py', '1', '-V', '--', 'é'), 0, "['a.py', '1', '-V', '--', 'é'] a.py\n")

    def test_dash_reads_stdin(self):
        self.check(self.run_krait('-', 'arg', stdin='import sys\nprint(sys.argv)\n'), 0, "['-', 'arg']\n")

    def test_program_from_stdin(self):
        self.check(self.run_krait(stdin='print(1)\nprint(2)\n'), 0, '1\n2\n')

    def test_stdin_data(self):
        self.write('a.py', 'import sys\nprint(input(), sys.stdin.read().split())\n')
        self.check(self.run_krait('a.py', stdin='one\ntwo three\n'), 0, "one ['two', 'three']\n")

    def test_module(self):
        self.write('mod.py', 'import sys\nprint(__name__, sys.argv[1:])\n')
        self.check(self.run_krait('-m', 'mod', 'x'), 0, "__main__ ['x']\n")

    def test_module_package(self):
        self.write('pack/__init__.py', 'print("init")\n')
        self.write('pack/__main__.py', 'from . import helper\nprint(__name__, helper.value)\n')
        self.write('pack/helper.py', 'value = 5\n')
        self.check(self.run_krait('-m', 'pack'), 0, 'init\n__main__ 5\n')

    def test_module_missing(self):
        self.check(self.run_krait('-m', 'no_such_module_here'), 1, '', 'no_such_module_here')

    def test_exit_status(self):
        for code, status in (('0', 0), ('3', 3), ('None', 0), ('True', 1), ('256 + 7', 7), ('-1', 255)):
            self.assertEqual(self.run_krait('-c', 'import sys; sys.exit(%s)' % code).status, status, code)

    def test_exit_with_message(self):
        self.check(self.run_krait('-c', 'raise SystemExit("bye")'), 1, '', 'bye\n')

    def test_missing_file(self):
        self.check(self.run_krait('nothing.py'), 2, '', "can't open file 'nothing.py'")

    def test_directory(self):
        os.mkdir(os.path.join(self.folder.name, 'folder'))
        done = self.run_krait('folder')
        self.assertIn(done.status, (1, 2), done)
        self.assertTrue(done.err)

    def test_undecodable_source(self):
        self.write('a.py', b'x = 1\ny = "\xff\xfe"\n')
        self.check(self.run_krait('a.py'), 1, '', 'SyntaxError')

    def test_unknown_encoding(self):
        self.write('a.py', b'# coding: nonsense\nprint(1)\n')
        self.check(self.run_krait('a.py'), 1, '', 'SyntaxError')

    def test_declared_encoding(self):
        self.write('a.py', '# coding: latin-1\nprint(len("é"))\n'.encode('latin-1'))
        self.check(self.run_krait('a.py'), 0, '1\n')

    def test_byte_order_mark_and_crlf(self):
        self.write('a.py', b'\xef\xbb\xbfif True:\r\n    print("crlf")\r\n')
        self.check(self.run_krait('a.py'), 0, 'crlf\n')

    def test_nul_byte(self):
        self.write('a.py', b'print(1)\n\0\nprint(2)\n')
        done = self.run_krait('a.py')
        self.assertIn(done.status, (0, 1), done)

    def test_empty_file(self):
        self.write('a.py', '')
        self.check(self.run_krait('a.py'), 0, '', '')

    def test_no_final_newline(self):
        self.write('a.py', 'if 1:\n    print("x")')
        self.check(self.run_krait('a.py'), 0, 'x\n')

    def test_syntax_error(self):
        self.write('a.py', 'x = 1\ny = = 2\n')
        done = self.run_krait('a.py')
        self.check(done, 1, '', 'SyntaxError: invalid syntax')
        self.assertIn('File "a.py", line 2\n    y = = 2\n', done.err)

    def test_binary_garbage(self):
        for seed in range(20):
            data = bytes((seed * 7919 + i * i * 31 + i * 17) % 256 for i in range(500))
            self.write('a.py', data)
            done = self.run_krait('a.py')
            self.assertIn(done.status, (0, 1), (seed, done))

    def test_nested_parentheses(self):
        for opening, closing in (('(', ')'), ('[', ']'), ('{', '}')):
            self.write('a.py', 'x = ' + opening * 100000 + closing * 100000 + '\n')
            self.check(self.run_krait('a.py'), 1, '', 'Error')

    def test_deep_expressions(self):
        for text in ('-' * 100000 + '1', 'not ' * 100000 + '1', '1' + '+1' * 100000, 'x' + '.a' * 100000,
                     'lambda: ' * 50000 + '1', 'f(' * 50000 + ')' * 50000, '1 if 1 else ' * 50000 + '1',
                     '2' + '**2' * 50000):
            self.write('a.py', 'if 0:\n    x = ' + text + '\n')
            done = self.run_krait('a.py')
            self.assertIn(done.status, (0, 1), (text[:30], done))

    def test_deep_indentation(self):
        self.write('a.py', ''.join(' ' * i + 'if 1:\n' for i in range(1000)) + ' ' * 1000 + 'pass\n')
        self.check(self.run_krait('a.py'), 1, '', 'IndentationError: too many levels of indentation')

    def test_unbounded_recursion(self):
        self.check(self.run_krait('-c', 'def f(): f()\nf()'), 1, '', 'RecursionError: maximum recursion depth exceeded')

    def test_recursion_with_high_limit(self):
        done = self.run_krait('-c', 'import sys\nsys.setrecursionlimit(10**6)\ndef f(n): return n and f(n - 1)\n'
                                    'try:\n    print(f(500000))\nexcept RecursionError:\n    print("RecursionError")')
        self.assertIn((done.status, done.out), ((0, '0\n'), (0, 'RecursionError\n')), done)

    def test_huge_power_under_memory_limit(self):
        self.check(self.run_krait('-X', 'memory-limit=64M', '-c', '10**10**10'), 1, '', 'MemoryError')

    def test_output_closed_early(self):
        process = subprocess.Popen([KRAIT, '-c', 'while True: print("x" * 1000)'], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        process.stdout.read(10)
        process.stdout.close()
        try:
            self.assertGreater(process.wait(timeout=20), 0)
        finally:
            process.kill()
            process.stderr.close()

    def test_damaged_compiled_files(self):
        self.write('mod.py', 'def f(a, *b, c=1):\n    return [a, b, c, "text", 1.5, 2**70]\nprint(f(1))\n')
        compiled = self.compile_reference('mod.py')
        if compiled is None:
            self.skipTest('no CPython 3.6 to compile with')
        data = open(compiled, 'rb').read()
        self.check(self.run_krait(self.write('whole.pyc', data)), 0, "[1, (), 1, 'text', 1.5, 1180591620717411303424]\n")
        for cut in range(0, len(data), max(1, len(data) // 40)):
            done = self.run_krait(self.write('cut.pyc', data[:cut]))
            self.assertIn(done.status, (0, 1, 2), (cut, done))
        for seed in range(120):
            changed = bytearray(data)
            at = 12 + seed * 7919 % (len(data) - 12)
            changed[at] ^= 1 + seed * 31 % 255
            done = self.run_krait('-X', 'timeout=5', '-X', 'memory-limit=256M', self.write('changed.pyc', bytes(changed)))
            self.assertIn(done.status, (0, 1, 2), (seed, at, done))

    def compile_reference(self, name):
        python = os.environ.get('KRAIT_ORACLE', os.path.expanduser('~/.pyenv/versions/3.6.15/bin/python3.6'))
        if not os.access(python, os.X_OK):
            return None
        target = os.path.join(self.folder.name, 'reference.pyc')
        subprocess.run([python, '-c', 'import py_compile, sys; py_compile.compile(sys.argv[1], sys.argv[2])', name, target],
                       cwd=self.folder.name, check=True)
        return target


if __name__ == '__main__':
    if not os.access(KRAIT, os.X_OK):
        sys.exit('no executable %s' % KRAIT)
    unittest.main()
