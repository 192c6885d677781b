"""Sessions at the prompt on a pseudo-terminal of 80x24 and of 40x10. What the screen shows after each step, and where the
cursor stands, is stored in screens/SESSION-SIZE.txt. KRAIT_UPDATE=1 writes these files: look at the difference before it
is committed.

Nothing is timed: a step waits until the screen is the stored one, and only then come the next keys."""
import os
import sys
import tempfile
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Session

KRAIT = os.path.abspath(os.environ.get('KRAIT') or os.path.join(
    os.path.dirname(os.path.abspath(__file__)), '..', '..', 'build', 'release', 'krait'))
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'screens')
UPDATE = bool(os.environ.get('KRAIT_UPDATE'))
PATIENCE = 60   # seconds for a step of a session that hangs
UP, DOWN, RIGHT, LEFT, HOME, END = '\x1b[A', '\x1b[B', '\x1b[C', '\x1b[D', '\x1b[H', '\x1b[F'
NAMES = {UP: '<up>', DOWN: '<down>', RIGHT: '<right>', LEFT: '<left>', HOME: '<home>', END: '<end>', '\r': '<enter>',
         '\t': '<tab>', '\x7f': '<backspace>', '\x1b[200~': '<paste>', '\x1b[201~': '</paste>'}
SIZES = (80, 24), (40, 10)


def readable(keys):
    for code, name in NAMES.items():
        keys = keys.replace(code, name)
    keys = ''.join('<ctrl-%s>' % chr(ord(c) + 96) if c < ' ' and c != '\n' else c for c in keys)
    return keys.replace('\n', '<newline>') if len(keys) < 200 else keys[:60].replace('\n', '<newline>') + ' ...'


class Player:
    """Plays one session at one size, and compares or records its screens."""

    def __init__(self, test, name, columns, lines):
        self.test, self.columns, self.lines = test, columns, lines
        self.path = os.path.join(FOLDER, '%s-%dx%d.txt' % (name, columns, lines))
        self.home = tempfile.TemporaryDirectory()
        test.addCleanup(self.home.cleanup)
        self.steps, self.session = [], None
        self.stored = []
        if not UPDATE:
            with open(self.path, encoding='utf-8') as file:
                self.stored = ['== ' + part for part in file.read().split('== ')[1:]]

    def write(self, name, text):
        with open(os.path.join(self.home.name, name), 'w') as file:
            file.write(text)

    def start(self):
        environment = {k: v for k, v in os.environ.items() if not k.startswith(('PYTHON', 'KRAIT'))}
        environment.update(TERM='xterm', NO_COLOR='1', XDG_STATE_HOME=os.path.join(self.home.name, 'state'),
                           LC_ALL='C.UTF-8')
        self.session = Session([KRAIT, '-q'], self.columns, self.lines, environment, self.home.name)
        self.test.addCleanup(self.session.close)
        self.seen('start')

    def keys(self, *all_keys):
        for keys in all_keys:
            self.session.send(keys)
            self.seen(readable(keys))

    def resize(self, columns, lines):
        self.session.resize(columns, lines)
        self.seen('resize to %dx%d' % (columns, lines))

    def leave(self, keys, status=0):
        self.session.send(keys)
        self.test.assertEqual(self.session.finish(PATIENCE), status)

    def now(self, label):
        screen = self.session.screen
        edge = '+' + '-' * screen.columns + '+'
        rows = ['|' + ''.join(row).rstrip() for row in screen.rows]
        while rows and rows[-1] == '|':
            rows.pop()
        return '== %s\n%s\n%s\ncursor %d, %d\n\n' % (label, edge, '\n'.join(rows), screen.y, screen.x)

    def seen(self, label):
        number = len(self.steps)
        self.steps.append(label)
        if UPDATE:
            self.settle()
            self.stored.append(self.now(label))
            return
        wanted = self.stored[number] if number < len(self.stored) else ''
        end = time.monotonic() + PATIENCE
        while self.now(label) != wanted:
            if time.monotonic() > end:
                self.test.assertEqual(self.now(label), wanted, self.path)
            self.session.read(0.1)

    def settle(self):
        """Only for recording: until nothing comes and the program waits, or computes for long."""
        rounds = 0
        while rounds < 12:
            if self.session.read(0.3):
                rounds = 0
                continue
            with open('/proc/%d/stat' % self.session.pid) as file:
                waiting = file.read().rpartition(')')[2].split()[0] == 'S'
            rounds += 6 if waiting else 1

    def finish(self):
        self.session.close()
        if UPDATE:
            os.makedirs(FOLDER, exist_ok=True)
            with open(self.path, 'w', encoding='utf-8') as file:
                file.write(''.join(self.stored))
        self.test.assertEqual(len(self.stored), len(self.steps), self.path)


class Screens(unittest.TestCase):
    maxDiff = None

    def each(self, play):
        name = self.id().rpartition('.test_')[2]
        for columns, lines in SIZES:
            with self.subTest('%dx%d' % (columns, lines)):
                player = Player(self, name, columns, lines)
                play(player)
                player.finish()

    def test_history(self):
        def play(p):
            p.start()
            p.keys('alpha = 1\r', 'beta = 2\r', 'for i in alpha, beta:\rprint(i)\r\r', 'beta = 2\r', UP, UP, UP, DOWN + DOWN, UP)
            p.keys('\x03')
            p.leave('\x04')
            p.start()   # another session: the lines are still there, doubles only once
            p.keys(UP, UP, UP, '\x15al', UP, '\r', '\x12pri', '\x07', '\x03')
            p.keys('\x12bet', '\x12', '\r')
        self.each(play)

    def test_edit_block(self):
        def play(p):
            p.start()
            p.keys('def area(width, height):\rsize = width * heigt\rreturn size\r')
            p.keys(UP + UP + END, LEFT + 'h', DOWN + DOWN + '\r', 'area(3, 4)\r')
            p.keys(UP + UP, UP, END + '  # a comment', DOWN + DOWN + DOWN, END + '\r\r', 'area(5, 6)\r')
        self.each(play)

    def test_paste(self):
        def play(p):
            p.start()
            lines = []
            for i in range(50):
                lines += ['def g%d(n):' % i, '    total = %d' % i, '', '    return n + total']
            p.keys('\x1b[200~' + '\n'.join(lines) + '\x1b[201~', UP * 100, '\x1b[6~', '\r\r', 'g7(1), g49(1)\r')
            p.keys('\x1b[200~x = [1,\n  2]\nfor i in x:\n    print(i)\n\nprint("end")\x1b[201~', '\r')
            p.keys('\x1b[200~    if 1:\n        print("indented")\n    print("too")\x1b[201~', '\r\r')
        self.each(play)

    def test_paste_session(self):
        def play(p):
            p.start()
            p.keys('\x1b[200~>>> 1 + 1\n2\n>>> for i in [5]:\n...     print(i)\n...\n5\x1b[201~', '\r', '# a comment\r')
            p.keys('\x1b[200~# one\n\n# two\nx = 5\n\n# three\nx\x1b[201~', '\r')
        self.each(play)

    def test_complete_names(self):
        def play(p):
            p.start()
            p.keys('value_one = 1\r', 'value_two = 2\r', 'val\t', '\t', 'tw\t', '\r', 'ret\t', '\x15isins\t', '\x15nothing_like_it\t')
        self.each(play)

    def test_complete_attributes(self):
        def play(p):
            p.start()
            p.keys('"text".isal\t', '\x15', 'word = "abc"\r', 'word.is\t', '\t', 'up\t', '()\r')
            p.keys('import os\r', 'os.path.spl\t', '\t', '\x03')
            p.keys('items = {"a": [1, "x"]}\r', 'items["a"].app\t', '\x15items["a"][1].isal\t', '\x03')
        self.each(play)

    def test_complete_keys(self):
        def play(p):
            p.start()
            p.keys('prices = {"apple": 1, "apricot": 2, "pear": 3}\r', 'prices["ap\t', '\t', 'r\t', '\r', "prices['p\t", '\r')
        self.each(play)

    def test_complete_imports(self):
        def play(p):
            p.write('my_module.py', 'some_value = 1\nsome_other = 2\n')
            p.start()
            p.keys('import my_\t', '\r', 'from my_module import so\t', '\t', 'v\t', '\r', 'some_value\r')
            p.keys('from js\t', ' imp\t', 'load\t', '\t', '\x03')
        self.each(play)

    def test_complete_arguments(self):
        def play(p):
            p.start()
            p.keys('def draw(colour=1, column=2, width=3): return colour, width\r\r', 'draw(co\t', '\t', 'lo\t', '5, wi\t', '6)\r')
        self.each(play)

    def test_complete_files(self):
        def play(p):
            p.write('notes.txt', 'text\n')
            p.write('notes.old', 'old\n')
            os.mkdir(os.path.join(p.home.name, 'data'))
            p.write('data/table.csv', '1,2\n')
            p.start()
            p.keys('open("no\t', '\t', 't\t', '").read()\r', 'open("da\t', 't\t', '").read()\r')
        self.each(play)

    def test_interrupt(self):
        def play(p):
            p.start()
            p.keys('x = 1 +', '\x03', 'if 1:\r', '\x03')
            p.keys('if print("go") is None:\rwhile True: pass\r\r', '\x03')
            p.keys('print("go") or sum(range(10**13))\r', '\x03')
            p.keys('print("go") or max(range(10**13), key=lambda x: sum(range(10**13)))\r', '\x03', '6 * 7\r')
        self.each(play)

    def test_wide_characters(self):
        def play(p):
            p.start()
            p.keys('s = "漢字 é ü"\r', 's\r', '"漢字漢字', LEFT + LEFT + 'x', '\x7f\x7f', END + '" * 20\r')
            p.keys('# ' + '漢' * 25, HOME + 'a', '\x03', '"e\u0301\u0302x', LEFT + LEFT + '\x7f', '\x03')
        self.each(play)

    def test_resize(self):
        def play(p):
            p.start()
            p.keys('text = "' + 'abcdefghij' * 6)
            p.resize(50, 12)
            p.keys('k')
            p.resize(p.columns, p.lines)
            p.keys('"\r', 'if 1:\rpass\r')
            p.resize(60, 20)
            p.keys('\r')
        self.each(play)

    def test_errors(self):
        def play(p):
            p.start()
            p.keys('1/0\r', 'x = (1,\r2 3)\r', 'def bad():\rreturn [][1]\r\r', 'bad()\r', 'prnt(1)\r', 'print "x"\r', '"open\r')
            p.keys('  x = 1\r', 'exit\x15', 'raise ValueError("a\\nb") from KeyError(1)\r')
        self.each(play)

    def test_blocks(self):
        def play(p):
            p.start()
            p.keys('while True:\r', 'break\r', '\r', 'sum([1,\r', '2])\r', '"""one\r', 'two"""\r', 'if 1:\r\x7f', 'x\x03')
            p.keys('class A:\rdef f(self):\rreturn 5\r\rdef g(self): pass\r\r', 'A().f()\r', 'try:\r1/0\r\x7fexcept:\rprint("no")\r\r')
            p.keys('if 1:\r' + ''.join('v%d = %d\r' % (i, i) for i in range(30)), UP * 30, DOWN * 10, DOWN * 30 + '\r', 'v29\r')
        self.each(play)

    def test_keys(self):
        def play(p):
            p.start()
            p.keys('abc', HOME + 'x' + END + 'y', LEFT + LEFT + '\x7f', '\x0b', '\x15', '\x19', '\x15one two\x17', '\x1f')
            p.keys('\x1bb' + 'X', '\x01\x04', '\x0c', '\x15', '\x1b[99~')
        self.each(play)

    def test_hooks(self):
        def play(p):
            p.start()
            p.keys('import sys\r', 'sys.ps1 = "in> "; sys.ps2 = "more> "\r', '(1,\r', '2)\r', '_\r')
            p.keys('sys.displayhook = lambda v: print("<%r>" % v)\r', '5\r')
            p.keys('sys.excepthook = lambda t, v, tb: print("oops", v)\r', '1/0\r', 'exit\x15help\r', 'quit.__class__\r')
        self.each(play)

    def test_await(self):
        def play(p):
            p.start()
            p.keys('async def f(n): return n * 2\r\r', 'await f(4)\r', 'y = await f(5)\r', 'y\r')
        self.each(play)


if __name__ == '__main__':
    if not os.access(KRAIT, os.X_OK):
        sys.exit('no executable %s' % KRAIT)
    unittest.main()
