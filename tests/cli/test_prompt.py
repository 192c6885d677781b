"""Sessions at the prompt on a pseudo-terminal: what the screen shows after each step."""
import json
import os
import subprocess
import sys
import tempfile
import time
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

    def test_expression_and_underscore(self):
        self.exchange([('6 * 7\r', '>>> 6 * 7\n42\n>>>'), ('_ + 1\r', '>>> _ + 1\n43\n>>>'), ('None\r', '>>> None\n>>>')])

    def test_block(self):
        session = self.exchange([('for i in range(2):\r', '\n...'), ('print(i)\r', '...     print(i)\n...'), ('\r', '\n0\n1\n>>>')])
        self.assertIn('>>> for i in range(2):\n...     print(i)\n...\n0\n1\n>>>', session.screen.text())

    def test_edit_middle_line(self):
        self.exchange([
            ('def f():\rx = 1\rreturn x\r', '...'),
            (UP + UP + END + '0', lambda text: '...     x = 10\n...     return x\n...' in text),
            (DOWN + DOWN + '\r', '>>>'), ('f()\r', '>>> f()\n10\n>>>')])

    def test_bracket_continues(self):
        self.exchange([('sum([1,\r', '>>> sum([1,\n...'), ('2])\r', '...     2])\n3\n>>>')])

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

    def test_history_of_blocks(self):
        self.exchange([('if 1:\r5\r\r', '\n5\n>>>'), (UP, '>>> if 1:\n...     5'), ('\r\r', '\n5\n>>>')])

    def test_reverse_search(self):
        self.exchange([('alpha = 1\r', '>>>'), ('beta = 2\r', '>>>'), ('\x12al', "(search)'al': alpha = 1"),
                       ('\r', '>>> alpha = 1\n>>>'), ('\x12be', "(search)'be': beta = 2"), ('\x03', '\n>>>')])

    def test_paste(self):
        lines = ['def g%d(n):\n    total = %d\n\n    return n + total\n' % (i, i) for i in range(50)]
        session = self.start()
        session.send('\x1b[200~' + ''.join(lines) + 'print(g49(1))' + '\x1b[201~')
        session.wait('print(g49(1))')
        session.send('\r')
        session.wait('\n50\n>>>')
        session.send('g7(1)\r')
        session.wait('>>> g7(1)\n8\n>>>')

    def test_completion(self):
        with open(os.path.join(self.folder.name, 'my_file.txt'), 'w'):
            pass
        with open(os.path.join(self.folder.name, 'my_module.py'), 'w') as file:
            file.write('some_value = 1\n')
        self.exchange([
            ('value_one = {"alpha": 1}\r', '>>>'),
            ('value_o\t', '>>> value_one'), ('["al\t', '>>> value_one["alpha"]'), ('\r', '\n1\n>>>'),
            ('value_one.ke\t', '>>> value_one.keys'), ('\x15', '\n>>>'),
            ('import my_mo\t', '>>> import my_module'), ('\r', '>>>'),
            ('from my_module import so\t', 'import some_value'), ('\x15', '\n>>>'),
            ('open("my_f\t', '>>> open("my_file.txt'), ('\x15', '\n>>>'),
            ('def fun(colour=1, other=2): pass\r\r', '>>>'), ('fun(col\t', '>>> fun(colour='), ('\x15', '\n>>>'),
            ('value_two = 2\r', '>>>'), ('val\t', '>>> value_'), ('\t', 'value_one  value_two\n>>> value_')])

    def test_auto_indent_and_backspace(self):
        self.exchange([('while True:\r', '\n...'), ('break\r', '...     break\n...'), ('\r', '>>>'),
                       ('if 1:\r\x7fx', '\n... x'), ('\x03', 'KeyboardInterrupt\n>>>')])

    def test_keys(self):
        self.exchange([('abc' + HOME + 'x' + END + 'y', '>>> xabcy'), (LEFT + LEFT + '\x7f', '>>> xacy'), ('\x0b', '>>> xa'),
                       ('\x15', lambda text: text == '>>>'), ('\x19', '>>> xa'), ('\x15one two\x17', '>>> one'), ('\x1f', '>>> one two'),
                       ('\x1bb' + 'X', '>>> one Xtwo'), ('\x01\x04', '>>> ne Xtwo')])

    def test_interrupt(self):
        session = self.exchange([('abc\x03', '>>> abc\nKeyboardInterrupt\n>>>'), ('while True: pass\r\r', '...')])
        time.sleep(0.5)
        session.send('\x03')
        session.wait('KeyboardInterrupt\n>>>')
        session.send('sum(range(10**12))\r')
        time.sleep(0.5)
        session.send('\x03')
        session.wait('KeyboardInterrupt\n>>>')
        session.send('1 + 1\r')
        session.wait('\n2\n>>>')

    def test_errors(self):
        session = self.exchange([('1/0\r', 'ZeroDivisionError: division by zero\n>>>')])
        self.assertIn('  File "<stdin>", line 1, in <module>\n', session.screen.text())
        session.send('x = (1,\r2 3)\r')
        session.wait('SyntaxError: invalid syntax\n>>>')
        session.send('def bad():\rreturn [][1]\r\rbad()\r')
        session.wait('IndexError: list index out of range\n>>>')
        self.assertIn('    return [][1]\n           ~~^^^\n', session.screen.text())

    def test_exit(self):
        for keys, status in (('exit\r', 0), ('quit\r', 0), ('exit()\r', 0), ('exit(3)\r', 3), ('\x04', 0),
                             ('import sys\rsys.exit(4)\r', 4), ('raise SystemExit(5)\r', 5)):
            session = self.start()
            session.send(keys)
            self.assertEqual(session.finish(), status, keys)

    def test_await(self):
        self.exchange([('async def f(n): return n * 2\r\r', '>>>'), ('await f(4)\r', '>>> await f(4)\n8\n>>>'),
                       ('y = await f(5)\r', '>>>'), ('y\r', '>>> y\n10\n>>>')])

    def test_prompts_and_hooks(self):
        self.exchange([('import sys\r', '>>>'), ('sys.ps1 = "in> "\r', '\nin>'), ('sys.ps2 = "more> "\r', '\nin>'),
                       ('(1,\r', '\nmore>'), ('2)\r', '\n(1, 2)\nin>'),
                       ('sys.displayhook = lambda v: print("<%r>" % v)\r', 'in>'), ('5\r', '\n<5>\nin>'),
                       ('sys.excepthook = lambda t, v, tb: print("oops", v)\r', 'in>'), ('1/0\r', '\noops division by zero\nin>')])

    def test_startup_file(self):
        path = os.path.join(self.folder.name, 'start.py')
        with open(path, 'w') as file:
            file.write('import sys\nsys.ps1 = "hello> >>>"\nready = 5\n')
        session = self.start(KRAITSTARTUP=path)
        session.send('ready\r')
        session.wait('\n5\nhello> >>>')

    def test_wide_characters(self):
        session = self.exchange([('s = "漢字é"\r', '>>> s = "漢字é"\n>>>'), ('s\r', "\n'漢字é'\n>>>"),
                                 ('"漢字' + LEFT + LEFT + 'x', '>>> "x漢字')])
        self.assertEqual(session.screen.x, 6)

    def test_narrow_screen(self):
        session = self.start(columns=40, lines=10)
        session.send('text = "' + 'abcdefghij' * 5 + '"')
        session.wait(lambda text: text == '>>> text = "' + 'abcdefghij' * 2 + 'abcdefgh\nij' + 'abcdefghij' * 2 + '"')
        session.send(HOME + 'my')
        session.wait(lambda text: text.startswith('>>> mytext = "'))
        session.send('\r')
        session.wait('\n>>>')
        session.send('len(mytext)\r')
        session.wait('\n50\n>>>')
        # a block taller than the screen shows the part around the cursor
        session.send('if 1:\r' + ''.join('v%d = %d\r' % (i, i) for i in range(20)))
        session.wait('...     v19 = 19\n...')
        self.assertEqual(len(session.screen.text().split('\n')), 10)
        session.send(UP * 20)
        session.wait(lambda text: text.startswith('>>> if 1:\n...     v0 = 0'))
        session.send(DOWN * 20 + '\r')
        session.wait('\n>>>')
        session.send('v19\r')
        session.wait('\n19\n>>>')

    def test_resize(self):
        session = self.start()
        session.send('"' + 'x' * 50)
        session.wait('x' * 50)
        session.resize(40, 10)
        session.wait(lambda text: 'x' * 35 + '\n' + 'x' * 15 in text)
        session.resize(80, 24)
        session.wait(lambda text: '>>> "' + 'x' * 50 in text)

    def test_speed(self):
        session = self.start()
        session.send('\x1b[200~' + 'if 1:\n' + '    value = [1, 2, "three", print]  # comment\n' * 500 + '\x1b[201~')
        session.wait(lambda text: text.count('value') > 20)
        session.send('q')
        begin = time.monotonic()
        session.wait(lambda text: text.rstrip().endswith('q'))
        self.assertLess(time.monotonic() - begin, 1)   # milliseconds on a machine that has nothing else to do

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
