"""Every option and environment variable of the command line. What is compared is what CPython 3.6 does; run with
KRAIT=python3.6 KRAIT_PREFIX=PYTHON the tests that are not about Krait's own options pass there too."""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

KRAIT = os.path.abspath(os.environ.get('KRAIT') or os.path.join(
    os.path.dirname(os.path.abspath(__file__)), '..', '..', 'build', 'release', 'krait'))
PREFIX = os.environ.get('KRAIT_PREFIX', 'KRAIT')
OURS = PREFIX == 'KRAIT'
FLAGS = 'import sys; print(%s)'


class Options(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def environment(self, variables):
        clean = {k: v for k, v in os.environ.items() if not k.startswith(('PYTHON', 'KRAIT')) and k not in (
            'NO_COLOR', 'FORCE_COLOR')}
        clean.update({k if k.startswith(('PYTHON', 'KRAIT')) else PREFIX + k: v for k, v in variables.items()})
        return clean

    def krait(self, *arguments, stdin='', **variables):
        done = subprocess.run([KRAIT] + list(arguments), input=stdin.encode(), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, cwd=self.folder.name, timeout=60, env=self.environment(variables))
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def flag(self, name, *options, **variables):
        status, out, err = self.krait(*options, '-c', FLAGS % ('sys.flags.' + name), **variables)
        self.assertEqual((status, err), (0, ''))
        return int(out)

    def write(self, name, text):
        path = os.path.join(self.folder.name, name)
        with open(path, 'w') as file:
            file.write(text)
        return path

    # ---- flags and their variables
    def test_flags(self):
        for option, name in (('b', 'bytes_warning'), ('B', 'dont_write_bytecode'), ('d', 'debug'), ('q', 'quiet'),
                             ('E', 'ignore_environment'), ('O', 'optimize'), ('s', 'no_user_site'), ('S', 'no_site')):
            self.assertEqual(self.flag(name), 0, name)
            self.assertEqual(self.flag(name, '-' + option), 1, name)
            self.assertEqual(self.flag(name, '-' + 2 * option), 1 if option == 'E' else 2, name)

    def test_isolated(self):
        for name in ('isolated', 'ignore_environment', 'no_user_site'):
            self.assertEqual(self.flag(name, '-I'), 1, name)

    def test_isolated_path(self):
        self.write('a.py', 'import sys; print(sys.argv[1] in sys.path)')
        folder = os.path.realpath(self.folder.name)
        self.assertEqual(self.krait('a.py', folder)[1], 'True\n')
        self.assertEqual(self.krait('-I', 'a.py', folder)[1], 'False\n')
        self.assertEqual(self.krait('-c', FLAGS % '"" in sys.path')[1], 'True\n')
        self.assertEqual(self.krait('-I', '-c', FLAGS % '"" in sys.path')[1], 'False\n')
        self.assertEqual(self.krait('-I', '-', stdin=FLAGS % '"" in sys.path')[1], 'False\n')
        self.assertEqual(self.krait('-I', '-m', 'a')[0], 1)

    def test_path_variable(self):
        code = 'import sys; print([p for p in sys.path if p.startswith("/there")])'
        self.assertEqual(self.krait('-c', code, PATH='/there/a:/there/b')[1], "['/there/a', '/there/b']\n")
        for option in ('-E', '-I'):
            self.assertEqual(self.krait(option, '-c', code, PATH='/there/a')[1], '[]\n')

    def test_options_without_effect(self):
        for option in ('-t', '-tt', '-R', '-d'):
            self.assertEqual(self.krait(option, '-c', 'print(1)'), (0, '1\n', ''), option)

    def test_variables_of_flags(self):
        for variable, name in (('DEBUG', 'debug'), ('OPTIMIZE', 'optimize'), ('DONTWRITEBYTECODE', 'dont_write_bytecode')):
            for value, wanted in (('', 0), ('x', 1), ('1', 1), ('2', 2)):
                self.assertEqual(self.flag(name, **{variable: value}), wanted, (variable, value))
            self.assertEqual(self.flag(name, '-E', **{variable: '2'}), 0, variable)
            self.assertEqual(self.flag(name, '-I', **{variable: '2'}), 0, variable)
        self.assertEqual(self.flag('no_user_site', NOUSERSITE='1'), 1)
        self.assertEqual(self.flag('optimize', '-O', OPTIMIZE='2'), 2)

    def test_dont_write_bytecode(self):
        self.assertEqual(self.krait('-c', FLAGS % 'sys.dont_write_bytecode')[1], 'False\n')
        self.assertEqual(self.krait('-B', '-c', FLAGS % 'sys.dont_write_bytecode')[1], 'True\n')

    def test_hash_seed(self):
        self.assertEqual(self.flag('hash_randomization'), 1)
        self.assertEqual(self.flag('hash_randomization', HASHSEED='0'), 0)
        self.assertEqual(self.flag('hash_randomization', HASHSEED='7'), 1)
        self.assertEqual(self.flag('hash_randomization', HASHSEED='random'), 1)
        outputs = {self.krait('-c', 'print(hash("abc"))', HASHSEED='7')[1] for _ in range(3)}
        self.assertEqual(len(outputs), 1)
        outputs = {self.krait('-c', 'print(hash("abc"))')[1] for _ in range(4)}
        self.assertGreater(len(outputs), 1)
        for bad in ('x', '-1', '4294967296'):
            status, out, err = self.krait('-c', 'print(1)', HASHSEED=bad)
            self.assertNotEqual(status, 0)
            self.assertIn('HASHSEED must be "random" or an integer in range [0; 4294967295]', err)

    @unittest.skipUnless(OURS, 'Krait only')
    def test_python_environment(self):
        self.assertEqual(self.flag('optimize', PYTHONOPTIMIZE='2'), 0)
        self.assertEqual(self.flag('optimize', '-X', 'pythonenv', PYTHONOPTIMIZE='2'), 2)
        self.assertEqual(self.flag('optimize', '-X', 'pythonenv', '-E', PYTHONOPTIMIZE='2'), 0)
        self.assertEqual(self.flag('optimize', '-X', 'pythonenv', PYTHONOPTIMIZE='2', OPTIMIZE='1'), 1)
        self.assertEqual(self.flag('optimize', KRAITPYTHONENV='1', PYTHONOPTIMIZE='2'), 2)
        self.assertEqual(self.flag('optimize', '-E', KRAITPYTHONENV='1', PYTHONOPTIMIZE='2'), 0)

    def test_warning_at_the_end(self):
        code = 'import warnings\nwarn = warnings.warn\nclass A:\n    def __del__(self):\n        warn("late")\na = A()'
        self.assertEqual(self.krait('-c', code), (0, '', '__main__:5: UserWarning: late\n'))
        ignored = code.replace('"late"', '"late", DeprecationWarning')
        self.assertEqual(self.krait('-c', ignored), (0, '', ''))

    # ---- optimisation
    def test_optimize(self):
        code = 'def f():\n    "doc"\n    assert 0\n    return __debug__\nprint(f.__doc__)\nprint(f())'
        self.assertEqual(self.krait('-c', code)[0], 1)
        self.assertEqual(self.krait('-O', '-c', code), (0, 'doc\nFalse\n', ''))
        self.assertEqual(self.krait('-OO', '-c', code), (0, 'None\nFalse\n', ''))

    def test_optimised_library(self):
        code = 'import textwrap, shlex; print(textwrap.dedent.__doc__ is None, bool(shlex.split("a b")))'
        for option, wanted in (('-B', 'False True\n'), ('-O', 'False True\n'), ('-OO', 'True True\n')):
            self.assertEqual(self.krait(option, '-c', code), (0, wanted, ''))

    @unittest.skipUnless(OURS, 'CPython has files for these modules')
    def test_frozen_library(self):
        code = ('import _imp, sre_parse, encodings.cp1252 as table\n'
                'for module in (sre_parse, table):\n'
                '    name = module.__name__\n'
                '    stored = _imp.get_frozen_object(name)\n'
                '    source = module.__loader__.get_source(name)\n'
                '    made = compile(source, "<frozen %s>" % name, "exec")\n'
                '    print(stored == made, stored.co_filename, len(source) > 500)\n')
        for option in ('-B', '-O', '-OO'):
            self.assertEqual(self.krait(option, '-c', code), (
                0, 'True <frozen sre_parse> True\nTrue <frozen encodings.cp1252> True\n', ''))

    # ---- warnings
    def test_bytes_warning(self):
        code = 'str(b"a")\nprint(b"" == "")\nb"" != 1\nbytearray() == ""\nstr(bytearray())\n'
        self.assertEqual(self.krait('-c', code), (0, 'False\n', ''))
        self.assertEqual(self.krait('-b', '-c', code), (0, 'False\n', (
            '-c:1: BytesWarning: str() on a bytes instance\n'
            '-c:2: BytesWarning: Comparison between bytes and string\n'
            '-c:3: BytesWarning: Comparison between bytes and int\n'
            '-c:4: BytesWarning: Comparison between bytearray and string\n'
            '-c:5: BytesWarning: str() on a bytearray instance\n')))
        self.assertEqual(self.krait('-bb', '-c', code), (1, '', (
            'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\n'
            'BytesWarning: str() on a bytes instance\n')))

    def test_warnings(self):
        code = 'import warnings, sys\nwarnings.warn("w", DeprecationWarning)\nprint(sys.warnoptions)'
        self.assertEqual(self.krait('-c', code), (0, '[]\n', ''))
        self.assertEqual(self.krait('-W', 'default', '-c', code), (0, "['default']\n", '-c:2: DeprecationWarning: w\n'))
        self.assertEqual(self.krait('-Wi', '-W', 'error::UserWarning', '-c', code)[1], "['i', 'error::UserWarning']\n")
        self.assertIn('DeprecationWarning: w', self.krait('-Werror', '-c', code)[2])
        self.assertEqual(self.krait('-c', code, WARNINGS='always,ignore')[1], "['always', 'ignore']\n")
        self.assertEqual(self.krait('-Wd', '-c', code, WARNINGS='ignore')[1], "['ignore', 'd']\n")
        self.assertEqual(self.krait('-W', 'foo', '-c', '1')[2], "Invalid -W option ignored: invalid action: 'foo'\n")

    def test_x_options(self):
        self.assertEqual(self.krait('-X', 'a', '-Xb=c=d', '-c', FLAGS % 'sorted(sys._xoptions.items())')[1],
                         "[('a', True), ('b', 'c=d')]\n")

    # ---- streams
    def test_unbuffered(self):
        code = 'import sys; print(type(sys.stdout.buffer).__name__, type(sys.stdin.buffer).__name__)'
        self.assertEqual(self.krait('-c', code)[1], 'BufferedWriter BufferedReader\n')
        self.assertEqual(self.krait('-u', '-c', code)[1], 'FileIO BufferedReader\n')
        self.assertEqual(self.krait('-c', code, UNBUFFERED='1')[1], 'FileIO BufferedReader\n')

    def test_io_encoding(self):
        code = 'import sys\nfor f in sys.stdin, sys.stdout, sys.stderr: print(f.encoding, f.errors)'
        self.assertEqual(self.krait('-c', code, IOENCODING='latin-1:replace')[1],
                         'latin-1 replace\nlatin-1 replace\nlatin-1 backslashreplace\n')
        self.assertEqual(self.krait('-c', 'print(chr(233) + chr(9731))', IOENCODING='ascii:backslashreplace')[1],
                         '\\xe9\\u2603\n')
        if OURS:   # the reference's default depends on the locale
            self.assertEqual(self.krait('-c', code, IOENCODING=':ignore')[1],
                             'UTF-8 ignore\nUTF-8 ignore\nUTF-8 backslashreplace\n')

    def test_skip_first_line(self):
        self.write('a.py', '#!/bin/sh this is (no Python\nprint(1)\n1/0\n')
        self.assertEqual(self.krait('-x', 'a.py'), (1, '1\n', (
            'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    1/0\n'
            'ZeroDivisionError: division by zero\n')))
        self.write('b.py', 'no Python at all\nprint(2)\n')
        self.assertEqual(self.krait('-x', 'b.py'), (0, '2\n', ''))

    # ---- site
    def test_no_site(self):
        code = 'import builtins; print([n for n in ("exit", "quit", "help") if hasattr(builtins, n)])'
        self.assertEqual(self.krait('-c', code)[1], "['exit', 'quit', 'help']\n")
        self.assertEqual(self.krait('-S', '-c', code)[1], '[]\n')

    # ---- imports
    def test_verbose(self):
        err = self.krait('-v', '-c', 'import json.decoder')[2]
        self.assertIn("import 'json.decoder' # <", err)
        self.assertNotIn('import', self.krait('-c', 'import json')[2])
        self.assertIn("import 'json' # <", self.krait('-c', 'import json', VERBOSE='1')[2])

    @unittest.skipUnless(OURS, 'Krait only')
    def test_import_time(self):
        err = self.krait('-X', 'importtime', '-c', 'import json')[2]
        self.assertTrue(err.startswith('import time: self [us] | cumulative | imported package\n'), err)
        self.assertRegex(err, r'import time: +\d+ \| +\d+ \|   json\.decoder\n')
        self.assertRegex(err, r'import time: +\d+ \| +\d+ \| json\n')

    @unittest.skipUnless(OURS, 'Krait only')
    def test_op_stats(self):
        code = 'def f(n):\n    total = 0\n    for i in range(n):\n        total += i * i\n    return total\nprint(f(1000))'
        status, out, err = self.krait('-X', 'opstats', '-c', code)
        self.assertEqual((status, out), (0, '332833500\n'))
        lines = err.splitlines()
        counts = {line.split()[3]: int(line.split()[0]) for line in lines[1:]}
        self.assertEqual(lines[0], 'operations executed: %d' % sum(counts.values()))
        self.assertEqual(sorted(counts.values(), reverse=True), list(counts.values()))
        self.assertTrue(any(name.startswith('MUL') and 1000 <= n < 1100 for name, n in counts.items()), err)
        # the program behaves as without: exceptions, exit statuses, generators, threads
        program = ('import _thread, sys\ndef g():\n    try:\n        yield 1\n        yield from [2, 3]\n    finally: print("end")\n'
                   'print(list(g()))\nlock = _thread.allocate_lock(); lock.acquire()\n'
                   '_thread.start_new_thread(lambda: lock.release(), ())\nlock.acquire()\nsys.exit(4)')
        status, out, err = self.krait('-X', 'opstats', '-c', program)
        self.assertEqual((status, out), (4, 'end\n[1, 2, 3]\n'))
        self.assertIn('operations executed: ', err)
        self.assertNotIn('operations executed', self.krait('-c', program)[2])

    @unittest.skipUnless(OURS, 'Krait only')
    def test_op_stats_changes_nothing(self):
        """Counting runs all code in its wide form."""
        root = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'language')
        for folder in ('generators', 'exceptions', 'with', 'classes'):
            for name in sorted(os.listdir(os.path.join(root, folder)))[:12]:
                if not name.endswith('.py'):
                    continue
                path = os.path.join(root, folder, name)
                status, out, err = self.krait(path, HASHSEED='1')
                counted = self.krait('-X', 'opstats', path, HASHSEED='1')
                self.assertEqual(counted[:2], (status, out), path)
                shown = counted[2][:counted[2].index('operations executed')]
                self.assertEqual(re.sub('0x[0-9a-f]+', '0x', shown), re.sub('0x[0-9a-f]+', '0x', err), path)

    @unittest.skipUnless(OURS, 'Krait only')
    def test_freeze(self):
        os.makedirs(os.path.join(self.folder.name, 'app', 'pack'))
        self.write('app/__main__.py', 'import sys, pack.mod\nprint(pack.mod.value, sys.argv[1:], __name__)\nsys.exit(7)\n')
        self.write('app/pack/__init__.py', '')
        self.write('app/pack/mod.py', 'from . import other\nvalue = other.value + 1\n')
        self.write('app/pack/other.py', 'import os\nvalue = len(__loader__.get_data(os.path.join(os.path.dirname(__file__), "data.txt")))\n')
        self.write('app/pack/data.txt', '12345')
        self.assertEqual(self.krait('freeze', 'app', '-o', 'program'), (0, '', ''))
        program = os.path.join(self.folder.name, 'program')
        done = subprocess.run([program, '-c', 'x'], stdout=subprocess.PIPE, cwd='/', env=self.environment({}))
        self.assertEqual((done.returncode, done.stdout), (7, b"6 ['-c', 'x'] __main__\n"))
        self.write('one.py', 'print("one file")')
        self.assertEqual(self.krait('freeze', 'one.py', '-o', 'one')[0], 0)
        self.assertEqual(subprocess.check_output([os.path.join(self.folder.name, 'one')]), b'one file\n')
        self.write('fails.py', 'def f():\n    1 / 0\nf()\n')
        self.assertEqual(self.krait('freeze', 'fails.py', '-o', 'fails')[0], 0)
        done = subprocess.run([os.path.join(self.folder.name, 'fails')], stderr=subprocess.PIPE)
        self.assertEqual(done.stderr.decode(), 'Traceback (most recent call last):\n  File "__main__.py", line 3, in <module>\n'
                         '  File "__main__.py", line 2, in f\nZeroDivisionError: division by zero\n')
        for arguments in (['freeze'], ['freeze', 'one.py']):
            self.assertIn('krait freeze PROGRAM.py|FOLDER -o FILE', self.krait(*arguments)[2])
        self.assertTrue(self.krait('freeze', '-h')[1].startswith('usage: krait'))
        self.write('bad.py', 'x = = 1')
        self.assertEqual(self.krait('freeze', 'bad.py', '-o', 'bad')[0], 1)
        self.assertEqual(self.krait('freeze', 'nothing', '-o', 'bad')[0], 2)

    # ---- information
    def test_version_and_help(self):
        name = 'Krait' if OURS else 'Python'
        for options in (['-V'], ['--version'], ['-V', '-c', '1/0']):
            status, out, err = self.krait(*options)
            self.assertEqual((status, err, out.split()[0]), (0, '', name))
        self.assertGreater(len(self.krait('-VV')[1]), len(self.krait('-V')[1]))
        for options in (['-h'], ['--help'], ['-?'], ['-V', '-h']):
            status, out, err = self.krait(*options)
            self.assertEqual((status, err), (0, ''))
            self.assertTrue(out.startswith('usage: '))

    @unittest.skipUnless(OURS, 'Krait only')
    def test_help_fits_a_screen(self):
        lines = self.krait('-h')[1].splitlines()
        self.assertLessEqual(len(lines), 24)
        self.assertLessEqual(max(map(len, lines)), 80)

    @unittest.skipUnless(OURS, 'Krait only')
    def test_documents(self):
        """The man page and the completions know every option that the help knows."""
        usage = self.krait('-h')[1]
        documents = {}
        for name in ('krait.1', 'completion/_krait', 'completion/krait.bash'):
            with open(os.path.join(os.path.dirname(__file__), '..', '..', 'docs', *name.split('/'))) as file:
                documents[name] = file.read().replace('\\-', '-')
        options = set(re.findall(r'(?m)(?:^|: |  |, )(-[A-Za-z])\b', usage)) | set(re.findall(r'--[a-z-]+', usage))
        self.assertEqual({o for o in options if o[1] != '-'}, {'-' + c for c in 'bBdEIiOuVWXcmsSqvx'})
        x_options = ('pythonenv', 'importtime', 'opstats', 'traceback=', 'showlimits', 'sandbox', 'dump-internal',
                     'memory-limit=', 'max-steps=', 'timeout=', 'int_max_str_digits=')
        for option in x_options:
            self.assertIn(option, usage)
        for name, text in documents.items():
            for option in sorted(options) + list(x_options) + ['freeze']:
                self.assertIn(option, text, name)
        for variable in re.findall(r'KRAIT[A-Z]+|[A-Z]+_COLOR', usage):
            self.assertIn(variable, documents['krait.1'])

    @unittest.skipUnless(OURS and shutil.which('bash'), 'Krait and bash only')
    def test_bash_completion(self):
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'docs', 'completion', 'krait.bash')
        self.write('program.py', '')
        self.write('notes.txt', '')

        def complete(*words):
            code = '. %s\nCOMP_WORDS=(krait %s)\nCOMP_CWORD=%d\ncompopt() { :; }\n_krait\nprintf "%%s\\n" "${COMPREPLY[@]}"' % (
                script, ' '.join("'%s'" % w for w in words), len(words))
            done = subprocess.run(['bash', '-c', code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.folder.name)
            self.assertEqual(done.stderr, b'')
            return done.stdout.decode().split()

        self.assertEqual(complete('-X', 'op'), ['opstats'])
        self.assertEqual(complete('-m', 'py_'), ['py_compile'])
        self.assertEqual(complete('--js'), ['--json-errors'])
        self.assertEqual(complete('pro'), ['program.py'])
        self.assertEqual(complete('no'), [])
        self.assertEqual(complete('program.py', 'no'), ['notes.txt'])
        self.assertEqual(complete('fre'), ['freeze'])

    def test_site_texts(self):
        for name in ('copyright', 'credits', 'license'):
            status, out, err = self.krait('-c', '%s(); print(%s)' % (name, name), stdin='\n')
            self.assertEqual((status, err), (0, ''), name)
            self.assertTrue(out.strip())
            self.assertEqual(self.krait('-S', '-c', name)[0], 1)

    def test_bad_options(self):
        for options, message in ((['-z'], 'Unknown option: -z\n'), (['-c'], 'Argument expected for the -c option\n'),
                                 (['-m'], 'Argument expected for the -m option\n'),
                                 (['-W'], 'Argument expected for the -W option\n'),
                                 (['-X'], 'Argument expected for the -X option\n')):
            status, out, err = self.krait(*options)
            self.assertEqual((status, out), (2, ''))
            self.assertTrue(err.startswith(message), err)
            self.assertIn("-h' for more information.\n", err)

    @unittest.skipUnless(OURS, 'Krait only')
    def test_bad_values(self):
        for option in ('traceback=x', 'memory-limit=', 'timeout=-1', 'max-steps=x'):
            self.assertEqual(self.krait('-X', option, '-c', '1')[0], 2, option)

    @unittest.skipUnless(OURS, 'Krait only')
    def test_show_limits(self):
        err = self.krait('-X', 'showlimits', '-X', 'memory-limit=64M', '-c', '1')[2]
        self.assertIn('memory-limit       67108864 bytes\n', err)
        self.assertIn('timeout            none\n', err)

    @unittest.skipUnless(OURS, 'Krait only')
    def test_sandbox(self):
        path = self.write('script.py', 'import sys, os\nprint(sys.argv[1:], dict(os.environ))\n'
                          'for f in (lambda: open("script.py"), lambda: os.listdir("/"), lambda: input()):\n'
                          '    try: f()\n    except Exception as e: print(type(e).__name__)\n')
        status, out, err = self.krait('-X', 'sandbox', path, 'a', 'b')
        self.assertEqual((status, out, err), (0, "['a', 'b'] {}\nPermissionError\nPermissionError\nRuntimeError\n", ''))
        self.assertEqual(self.krait('-X', 'sandbox', '-', stdin='print(40 + 2)\n')[1], '42\n')
        status, out, err = self.krait('-X', 'sandbox', '-X', 'timeout=0.2', '-c', 'while True: pass')
        self.assertEqual((status, err.splitlines()[-1]), (1, 'TimeLimitExceeded: time limit exceeded'))
        self.assertIn('memory-limit       268435456 bytes\n', self.krait('-X', 'sandbox', '-X', 'showlimits', '-c', '1')[2])

    def test_combined(self):
        self.assertEqual(self.krait('-Bsqc', FLAGS % 'sys.flags[4:6]')[1], '(1, 1)\n')
        self.assertEqual(self.krait('-cprint(1)')[1], '1\n')
        self.assertEqual(self.krait('-OOWi', '-c', FLAGS % '(sys.flags.optimize, sys.warnoptions)')[1], "(2, ['i'])\n")
        self.assertEqual(self.krait('-c', FLAGS % 'sys.argv', '-O', '--', 'x')[1], "['-c', '-O', '--', 'x']\n")

    # ---- the prompt after programs
    def test_inspect(self):
        self.assertEqual(self.krait('-i', '-c', 'x = 5', stdin='print(x)\n'), (0, '5\n', '>>> >>> \n'))
        # The variable asks for a prompt only where somebody sits.
        self.assertEqual(self.krait('-c', 'x = 5', stdin='print(x)\n', INSPECT='1'), (0, '', ''))
        self.assertEqual(self.flag('inspect', INSPECT='1'), 1)
        self.write('a.py', 'y = 6\nimport sys\nsys.exit(3)\n')
        status, out, err = self.krait('-i', 'a.py', stdin='print(y, sys.last_type.__name__)\nsys.exit(4)\n')
        self.assertEqual((status, out), (4, '6 SystemExit\n'))
        self.assertEqual(err, 'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    sys.exit(3)\n'
                              'SystemExit: 3\n>>> >>> ')
        self.assertEqual(self.krait('-i', '-c', '1/0', stdin='import sys; print(sys.last_value)\n')[:2],
                         (0, 'division by zero\n'))

    def test_interactive_flag(self):
        status, out, err = self.krait('-i', stdin='1 + 1\nif 1:\n    2\n\nx\n1/\n')
        self.assertEqual((status, out), (0, '2\n2\n'))
        self.assertTrue(err.endswith('>>> >>> ... ... >>> Traceback (most recent call last):\n'
                                     '  File "<stdin>", line 1, in <module>\n'
                                     "NameError: name 'x' is not defined\n"
                                     '>>>   File "<stdin>", line 1\n    1/\n     ^\n'
                                     'SyntaxError: invalid syntax\n>>> \n'), err)
        self.assertIn('Type "help"', err)
        self.assertEqual(self.krait('-iq', stdin='')[2], '>>> \n')

    def test_startup_file(self):
        path = self.write('start.py', 'started = 41\n')
        self.assertEqual(self.krait('-iq', stdin='started + 1\n', STARTUP=path)[1], '42\n')
        self.assertEqual(self.krait('-iqE', stdin='started = 1\n', STARTUP=path)[0], 0)
        self.assertEqual(self.krait('-c', 'print("started" in globals())', STARTUP=path)[1], 'False\n')
        err = self.krait('-iq', stdin='', STARTUP='nothing.py')[2]
        self.assertIn('Could not open %sSTARTUP' % PREFIX, err)
        path = self.write('bad.py', '1/0\n')
        status, out, err = self.krait('-iq', stdin='5\n', STARTUP=path)
        self.assertEqual((status, out), (0, '5\n'))
        self.assertIn('ZeroDivisionError', err)

    # ---- exit statuses and signals
    def test_lost_output(self):
        with open('/dev/full', 'w') as full:
            done = subprocess.run([KRAIT, '-c', 'print(1)'], stdout=full, stderr=subprocess.PIPE,
                                  env=self.environment({}))
        self.assertEqual(done.returncode, 120)
        self.assertEqual(done.stderr.decode().splitlines()[-1], 'OSError: [Errno 28] No space left on device')
        self.assertIn("Exception ignored in: <_io.TextIOWrapper name='<stdout>'", done.stderr.decode())

    def interrupted(self, code, number=signal.SIGINT):
        process = subprocess.Popen([KRAIT, '-c', 'print("ready", flush=True)\n' + code], stdout=subprocess.PIPE,
                                   stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment({}))
        try:
            self.assertEqual(process.stdout.readline(), b'ready\n')
            time.sleep(0.2)
            process.send_signal(number)
            process.wait(timeout=20)   # before its input is closed
            out, err = process.communicate()
            return process.returncode, out.decode(), err.decode()
        finally:
            process.kill()

    def test_interrupt(self):
        for code in ('while True: pass', 'import time; time.sleep(50)', 'input()', 'import sys; sys.stdin.read()'):
            status, out, err = self.interrupted(code)
            self.assertEqual(status, 1, (code, err))
            self.assertTrue(err.endswith('\nKeyboardInterrupt\n'), (code, err))
        self.assertEqual(self.interrupted('try:\n    while 1: pass\nexcept KeyboardInterrupt: print("caught")'),
                         (0, 'caught\n', ''))

    def test_interrupt_of_waiting(self):
        for code in ('import select; select.select([], [], [], 50)', 'import _signal; _signal.pause()',
                     'import os; r, w = os.pipe(); os.read(r, 1)', 'import os\nif os.fork(): os.wait()\nelse: __import__("time").sleep(2)',
                     'import fcntl, os\nf, g = open("/dev/null"), open("/dev/null")\nfcntl.flock(f, 2)\nfcntl.flock(g, 2)',
                     'import _socket\na, b = _socket.socketpair()\na.recv(1)',
                     'import _socket\ns = _socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(1); s._accept()',
                     'import _signal, _thread\n_signal.signal(_signal.SIGTERM, print)\nl = _thread.allocate_lock(); l.acquire(); l.acquire()',
                     'sorted(range(10**8), key=lambda x: x)', 'max(range(10**10))', 'list(map(str, range(10**9)))',
                     'import re; re.match("(a*)*b", "a" * 40)'):
            with self.subTest(code):
                status, out, err = self.interrupted(code)
                self.assertEqual(status, 1, (code, err))
                self.assertTrue(err.endswith('\nKeyboardInterrupt\n'), (code, err))

    @unittest.skipUnless(OURS, 'the reference does not stop there')
    def test_interrupt_of_natives(self):
        for code in ('sum(range(10**12))', 'import itertools\nmax(itertools.count())', '5 in iter(int, 1)',
                     'import itertools\nany(map(abs, itertools.repeat(0)))', 'repr([[1] * 10**5] * 10**5)',
                     'str(7 ** 10**8)', 'open("/dev/zero").read()', 'open("/dev/zero", "rb").readline()', 'for l in open("/dev/zero"): pass',
                     'import array\narray.array("i", range(10**9))', 'import zlib\nwhile 1: zlib.compress(bytes(10**8))',
                     'import _sha256\nwhile 1: _sha256.sha256(bytes(10**8))', '10**9 in iter(range(10**10))',
                     '"".join(map(str, range(10**9)))', 'import collections\ncollections.deque(iter(int, 1), 0)'):
            with self.subTest(code):
                status, out, err = self.interrupted('import sys; sys.setrecursionlimit(1000)\n' + code)
                self.assertEqual(status, 1, (code, err))
                self.assertTrue(err.endswith('\nKeyboardInterrupt\n'), (code, err))

    def test_lock_released_by_a_handler(self):
        self.assertEqual(self.interrupted('import _signal, _thread\nl = _thread.allocate_lock(); l.acquire()\n'
                                          '_signal.signal(_signal.SIGTERM, lambda *a: l.release())\nl.acquire(); print("released")',
                                          signal.SIGTERM), (0, 'released\n', ''))

    def test_handlers(self):
        self.assertEqual(self.interrupted('import _signal\ndef f(n, frame):\n    print(n, frame.f_code.co_name)\n    raise SystemExit(5)\n'
                                          '_signal.signal(_signal.SIGTERM, f)\nwhile 1: pass', signal.SIGTERM)[:2],
                         (5, '15 <module>\n'))
        code = ('import _signal as s, time\nhits = []\ns.signal(s.SIGALRM, lambda n, f: hits.append(n))\n'
                's.setitimer(s.ITIMER_REAL, 0.05, 0.05)\nwhile len(hits) < 3: pass\ns.setitimer(s.ITIMER_REAL, 0)\nprint(hits)\n'
                's.signal(s.SIGALRM, s.SIG_IGN)\ns.alarm(1)\ntime.sleep(1.1)\nprint(s.getsignal(s.SIGALRM) == s.SIG_IGN)')
        self.assertEqual(self.krait('-c', code), (0, '[14, 14, 14]\nTrue\n', ''))
        self.assertEqual(self.krait('-c', 'import _signal as s\nprint(s.getsignal(s.SIGINT) is s.default_int_handler, '
                                          's.getsignal(s.SIGPIPE) == s.SIG_IGN, s.getsignal(s.SIGTERM) == s.SIG_DFL)\n'
                                          's.signal(s.SIGTERM, s.SIG_DFL)\nimport sys, time\nsys.stdout.flush()\ns.alarm(1)\ntime.sleep(20)')[:2],
                         (-14, 'True True True\n'))

    def test_default_of_term(self):
        self.assertEqual(self.interrupted('while 1: pass', signal.SIGTERM)[0], -15)

    def test_broken_pipe(self):
        process = subprocess.Popen([KRAIT, '-c', 'import sys\ntry:\n    while True: print("x" * 1000)\nexcept BrokenPipeError:\n'
                                    '    sys.stderr.write("gone")\n    sys.stdout = None'],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment({}))
        process.stdout.read(10)
        process.stdout.close()
        err = process.stderr.read()
        process.stderr.close()
        self.assertTrue(err.startswith(b'gone'), err)
        process.wait(timeout=20)


if __name__ == '__main__':
    if not os.access(KRAIT, os.X_OK):
        sys.exit('no executable %s' % KRAIT)
    unittest.main()
