"""Uncaught exceptions: golden files beside reports/NAME.py. NAME.plain is what CPython 3.6 writes, NAME.rich and NAME.json
are ours. KRAIT_UPDATE=1 writes them, the first kind with the reference interpreter (KRAIT_ORACLE)."""
import json
import os
import subprocess
import sys
import unittest

KRAIT = os.path.abspath(os.environ.get('KRAIT') or os.path.join(
    os.path.dirname(os.path.abspath(__file__)), '..', '..', 'build', 'release', 'krait'))
ORACLE = os.environ.get('KRAIT_ORACLE', os.path.expanduser('~/.pyenv/versions/3.6.15/bin/python3.6'))
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'reports')


def report(name, *options, executable=KRAIT, **variables):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(('PYTHON', 'KRAIT')) and k not in (
        'NO_COLOR', 'FORCE_COLOR')}
    environment.update(variables)
    done = subprocess.run([executable] + list(options) + [name], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=FOLDER,
                          env=environment, timeout=60)
    return done.returncode, done.stderr.decode()


class Reports(unittest.TestCase):
    maxDiff = None

    def compare(self, name, kind, text, golden=None):
        path = os.path.join(FOLDER, name[:-3] + kind)
        if os.environ.get('KRAIT_UPDATE'):
            with open(path, 'w') as file:
                file.write(golden or text)
        with open(path) as file:
            self.assertEqual(text, file.read(), name)

    def programs(self):
        names = sorted(name for name in os.listdir(FOLDER) if name.endswith('.py'))
        self.assertGreaterEqual(len(names), 60)
        for name in names:
            with self.subTest(name):
                yield name

    def test_plain(self):
        for name in self.programs():
            status, text = report(name)
            self.assertEqual(status, 1, name)
            golden = report(name, executable=ORACLE)[1] if os.environ.get('KRAIT_UPDATE') else None
            self.compare(name, '.plain', text, golden)

    def test_rich(self):
        for name in self.programs():
            status, text = report(name, '-X', 'traceback=rich')
            self.assertEqual(status, 1, name)
            self.compare(name, '.rich', text)

    def test_json(self):
        for name in self.programs():
            status, text = report(name, '--json-errors')
            self.assertEqual(status, 1, name)
            self.assertEqual(text.count('\n'), 1)
            self.assertTrue(json.loads(text)['type'])
            self.compare(name, '.json', text)

    def test_colors(self):
        plain = report('attribute.py', '-X', 'traceback=rich')[1]
        self.assertNotIn('\x1b', plain)
        self.assertIn('\x1b[1;31m', report('attribute.py', '-X', 'traceback=rich', FORCE_COLOR='1')[1])
        self.assertEqual(report('attribute.py', '-X', 'traceback=rich', FORCE_COLOR='1', NO_COLOR='1')[1], plain)
        self.assertEqual(report('attribute.py', FORCE_COLOR='1'), report('attribute.py', '-X', 'traceback=plain'))

    def test_changed_source(self):
        # marks are only shown when the source is what was compiled
        import tempfile
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'a.py')
            with open(path, 'w') as file:
                file.write('import sys\nopen(sys.argv[0], "w").write("#\\n#\\nprint(1 + 2 + 3)\\n")\nx = 1 + (2 / 0)\n')
            text = report(path, '-X', 'traceback=rich')[1]
            self.assertNotIn('^', text)

    def test_command(self):
        done = subprocess.run([KRAIT, '-X', 'traceback=rich', '-c', 'x = {}\nx["a"] + 1'], stderr=subprocess.PIPE)
        self.assertIn('    x["a"] + 1\n    ~^^^^^\n', done.stderr.decode())


if __name__ == '__main__':
    if not os.access(KRAIT, os.X_OK):
        sys.exit('no executable %s' % KRAIT)
    unittest.main()
