"""The prompt on a pseudo-terminal: what test_screens.py does not cover."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Session   # noqa

KRAIT = os.path.abspath(os.environ.get('KRAIT') or os.path.join(
    os.path.dirname(os.path.abspath(__file__)), '..', '..', 'build', 'release', 'krait'))
UP, DOWN, RIGHT, LEFT, HOME, END = '\x1b[A', '\x1b[B', '\x1b[C', '\x1b[D', '\x1b[H', '\x1b[F'


class Prompt(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def environment(self, **variables):
        clean = {k: v for k, v in os.environ.items() if not k.startswith(('PYTHON', 'KRAIT'))}
        clean.update(TERM='xterm', XDG_STATE_HOME=os.path.join(self.folder.name, 'state'), NO_COLOR='1')
        clean.update(variables)
        return clean

    def start(self, *options, columns=80, lines=24, **variables):
        session = Session([KRAIT, '-q'] + list(options), columns, lines, self.environment(**variables), self.folder.name)
        self.addCleanup(session.close)
        session.wait('>>>')
        return session

    def exchange(self, steps, **options):
        """[(keys, text the screen then ends with)]"""
        session = self.start(**options)
        for keys, wanted in steps:
            session.send(keys)
            session.wait(wanted)
        return session

    def test_history(self):
        session = self.exchange([('x = 1\r', '>>>'), ('y = 2\r', '>>>'), (UP, '>>> y = 2'), (UP, '>>> x = 1'),
                                 (DOWN, '>>> y = 2'), (DOWN, '\n>>>')])
        session.send('\x04')
        self.assertEqual(session.finish(), 0)
        # Another session knows the lines; a beginning selects among them, doubles are kept once.
        session = self.exchange([(UP, '>>> y = 2'), (UP, '>>> x = 1'), ('\r', '>>> x = 1\n>>>'), (UP + UP, '>>> y = 2'),
                                 ('\x15x', '>>> x'), (UP, '>>> x = 1'), ('\r', '>>>')])
        session.send('\x04')
        session.finish()
        with open(os.path.join(self.folder.name, 'state', 'krait', 'history')) as file:
            self.assertEqual(file.read().splitlines()[-1], 'x = 1')

    def test_exit(self):
        for keys, status in (('exit\r', 0), ('quit\r', 0), ('exit()\r', 0), ('exit(3)\r', 3), ('\x04', 0),
                             ('import sys\rsys.exit(4)\r', 4), ('raise SystemExit(5)\r', 5)):
            session = self.start()
            session.send(keys)
            self.assertEqual(session.finish(), status, keys)

    def test_startup_file(self):
        path = os.path.join(self.folder.name, 'start.py')
        with open(path, 'w') as file:
            file.write('import sys\nsys.ps1 = "hello> >>>"\nready = 5\n')
        session = self.start(KRAITSTARTUP=path)
        session.send('ready\r')
        session.wait('\n5\nhello> >>>')

    def test_colors(self):
        session = Session([KRAIT, '-q'], environment={k: v for k, v in self.environment().items() if k != 'NO_COLOR'})
        self.addCleanup(session.close)
        session.wait('>>>')
        seen = []
        feed = session.screen.feed
        session.screen.feed = lambda text: (seen.append(text), feed(text))
        session.send('if "s": pass')
        session.wait('if "s": pass')
        self.assertIn('\x1b[0;1;34m', ''.join(seen))
        session.send('\x15nothing_here\r')
        session.wait("name 'nothing_here' is not defined\n>>>")
        self.assertIn('\x1b[1;35mNameError', ''.join(seen))

    def test_banner(self):
        session = Session([KRAIT], environment=self.environment())
        self.addCleanup(session.close)
        text = session.wait('>>>')
        self.assertIn('Krait', text)
        self.assertIn('on linux', text)
        self.assertIn('Type "help"', text)

    def test_machine(self):
        requests = [{'id': 1, 'code': 'x = 6 * 7\nprint("out")'}, {'id': 2, 'code': 'x'}, {'id': 3, 'code': 'def f():'},
                    {'id': 4, 'code': '1/0'}, {'id': 5, 'cmd': 'complete', 'code': 'x.bit_l'},
                    {'id': 6, 'cmd': 'check', 'code': 'a b'}, {'id': 7, 'code': 'raise SystemExit(3)'}]
        done = subprocess.run([KRAIT, '--machine'], input='\n'.join(map(json.dumps, requests)) + '\n', encoding='utf-8',
                              stdout=subprocess.PIPE, env=self.environment(), timeout=60)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(done.returncode, 3)
        self.assertEqual([a['id'] for a in answers], [1, 2, 3, 4, 5, 6, 7])
        self.assertEqual([a['status'] for a in answers], ['ok', 'ok', 'incomplete', 'error', 'ok', 'invalid', 'exit'])
        self.assertEqual(answers[0]['stdout'], 'out\n')
        self.assertEqual(answers[1]['value'], '42')
        self.assertEqual(answers[3]['error']['type'], 'ZeroDivisionError')
        self.assertEqual(answers[4]['matches'], ['bit_length'])


if __name__ == '__main__':
    if not os.access(KRAIT, os.X_OK):
        sys.exit('no executable %s' % KRAIT)
    unittest.main()
