"""-m, folders and zip files as programs, KRAITPATH, caches of several optimisation levels."""
import os
import subprocess
import tempfile
import unittest
import zipfile

KRAIT = os.path.abspath(os.environ.get('KRAIT') or os.path.join(
    os.path.dirname(os.path.abspath(__file__)), '..', '..', 'build', 'release', 'krait'))


class Programs(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = os.path.realpath(folder.name)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w') as file:
            file.write(text)
        return path

    def run_krait(self, *args, status=0, env=None, **kwargs):
        environment = {name: value for name, value in os.environ.items() if not name.startswith(('KRAIT', 'PYTHON'))}
        environment.update(env or {})
        done = subprocess.run([KRAIT, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True,
                              cwd=self.folder, env=environment, **kwargs)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout if status == 0 else done.stderr

    def make_program(self, name):
        self.write(name + '/__main__.py', 'import pk.part\nprint(__name__, repr(__package__), __spec__.name, pk.part.X)\n')
        self.write(name + '/pk/__init__.py', '')
        self.write(name + '/pk/part.py', 'X = 5\n')
        self.write(name + '/pk/data.txt', 'some text')

    def zip(self, source, name, compression, first=b''):
        path = os.path.join(self.folder, name)
        with open(path, 'wb') as file:
            file.write(first)
        with zipfile.ZipFile(path, 'a', compression) as archive:
            for folder, _, files in os.walk(os.path.join(self.folder, source)):
                for entry in files:
                    full = os.path.join(folder, entry)
                    archive.write(full, os.path.relpath(full, os.path.join(self.folder, source)))
        return path

    def test_folder(self):
        self.make_program('app')
        self.assertEqual(self.run_krait('app'), "__main__ '' __main__ 5\n")
        os.mkdir(os.path.join(self.folder, 'empty'))
        self.assertIn("can't find '__main__' module in 'empty'", self.run_krait('empty', status=1))

    def test_zip_files(self):
        self.make_program('app')
        self.zip('app', 'stored.zip', zipfile.ZIP_STORED)
        self.zip('app', 'packed.pyz', zipfile.ZIP_DEFLATED)
        self.zip('app', 'script', zipfile.ZIP_DEFLATED, b'#!/usr/bin/env krait\n')
        for name in 'stored.zip', 'packed.pyz', 'script':
            self.assertEqual(self.run_krait(name), "__main__ '' __main__ 5\n")
        code = ('import sys, pkgutil\nsys.path.insert(0, "packed.pyz")\nimport pk.part\n'
                'print(pk.part.__file__, pk.__path__, pk.__loader__)\n'
                'print(pkgutil.get_data("pk", "data.txt"), [m.name for m in pkgutil.iter_modules(pk.__path__)])\n')
        self.assertEqual(self.run_krait('-c', code),
                         "packed.pyz/pk/part.py ['packed.pyz/pk'] <zipimporter object \"packed.pyz\">\n"
                         "b'some text' ['part']\n")

    def test_damaged_zip_files(self):
        self.make_program('app')
        with open(self.zip('app', 'good.zip', zipfile.ZIP_DEFLATED), 'rb') as file:
            data = bytearray(file.read())
        for place in range(0, len(data), 67):
            wrong = bytearray(data)
            wrong[place] ^= 0x55
            with open(os.path.join(self.folder, 'wrong.zip'), 'wb') as file:
                file.write(wrong)
            done = subprocess.run([KRAIT, '-X', 'timeout=20', 'wrong.zip'], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                  cwd=self.folder)
            self.assertIn(done.returncode, (0, 1), (place, done.stderr))

    def test_modules(self):
        self.make_program('app')
        self.write('mod.py', 'import sys\nprint(__name__, __spec__.name, sys.argv[1:], __file__ == sys.argv[0])\n')
        self.assertEqual(self.run_krait('-m', 'mod', 'a', '-b'), "__main__ mod ['a', '-b'] True\n")
        for name, text in (('nope', 'No module named nope'), ('app.nope', 'No module named app.nope'),
                           ('app.pk', "No module named app.pk.__main__; 'app.pk' is a package and cannot be directly executed"),
                           ('mod.x', "Error while finding module specification for 'mod.x' "
                                     "(AttributeError: module 'mod' has no attribute '__path__')")):
            self.assertIn(text, self.run_krait('-m', name, status=1))
        self.write('pack/__init__.py', 'print("pack")\n')
        self.write('pack/__main__.py', 'from . import other\nprint(__package__, other.name)\n')
        self.write('pack/other.py', 'name = __name__\n')
        self.assertEqual(self.run_krait('-m', 'pack'), 'pack\npack pack.other\n')
        self.assertEqual(self.run_krait('-m', 'pack.other'), 'pack\n')

    def test_library_modules(self):
        path = self.write('small.py', 'def f(): return 1\nx = f()\n')
        self.assertIn('CALL_FUNCTION            0', self.run_krait('-m', 'dis', 'small.py'))
        self.run_krait('-m', 'py_compile', 'small.py')
        self.assertEqual(os.listdir(os.path.join(self.folder, '__pycache__')), ['small.krait-36.pyc'])
        self.write('wrong.py', 'x = (\n')
        self.assertIn('SyntaxError', self.run_krait('-m', 'py_compile', 'wrong.py', status=1))
        os.remove(os.path.join(self.folder, 'wrong.py'))
        self.assertEqual(self.run_krait('-m', 'compileall', '-f', '.'),
                         "Listing '.'...\nCompiling './small.py'...\n")
        self.run_krait('-m', 'compileall', '-q', '-b', path)
        self.assertEqual(self.run_krait('-c', 'import os; os.remove("small.py"); import small; print(small.x, small.__file__)'),
                         '1 %s/small.pyc\n' % self.folder)
        self.assertIn('usec per loop', self.run_krait('-m', 'timeit', '-n', '10', 'x = 1'))

    def test_caches(self):
        self.write('mod.py', 'def f():\n    "doc"\n    assert False, "asserted"\n    return f.__doc__\n')
        program = 'import mod\ntry: print(mod.f())\nexcept AssertionError as e: print(e)'
        for options, output in (((), 'asserted'), (('-O',), 'doc'), (('-OO',), 'None'), (('-B',), 'asserted')):
            for _ in range(2):
                self.assertEqual(self.run_krait(*options, '-c', program).strip(), output)
        self.assertEqual(sorted(os.listdir(os.path.join(self.folder, '__pycache__'))),
                         ['mod.krait-36.opt-1.pyc', 'mod.krait-36.opt-2.pyc', 'mod.krait-36.pyc'])
        self.write('other.py', 'x = 1')
        self.run_krait('-B', '-c', 'import other')
        self.assertNotIn('other.krait-36.pyc', os.listdir(os.path.join(self.folder, '__pycache__')))

    def test_search_order(self):
        self.write('lib/textwrap.py', 'where = "KRAITPATH"\n')
        self.write('lib/os.py', 'where = "KRAITPATH"\n')
        self.write('lib/math.py', 'where = "KRAITPATH"\n')
        self.write('here/textwrap.py', 'where = "script"\n')
        self.write('here/os.py', 'where = "script"\n')
        script = self.write('here/main.py', 'import textwrap, os, math, sys\nprint(*[getattr(m, "where", "own") for m in '
                            '(textwrap, os, math)], sys.path[0])\n')
        env = {'KRAITPATH': os.path.join(self.folder, 'lib')}
        here = os.path.dirname(script)
        self.assertEqual(self.run_krait(script), 'script own own %s\n' % here)
        self.assertEqual(self.run_krait('here/main.py', env=env), 'script KRAITPATH own %s\n' % here)
        os.symlink(script, os.path.join(self.folder, 'link.py'))
        self.assertEqual(self.run_krait('link.py', env=env), 'script KRAITPATH own %s\n' % here)
        os.remove(os.path.join(here, 'textwrap.py'))
        self.assertEqual(self.run_krait(script, env=env), 'KRAITPATH KRAITPATH own %s\n' % here)


if __name__ == '__main__':
    unittest.main()
