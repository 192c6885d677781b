"""Completion by the shells themselves: keys go to a bash and a zsh on a pseudo-terminal, and the line they make of them is
printed. A shell that is not installed is skipped, visibly."""
import os
import pty
import re
import select
import shutil
import subprocess
import tempfile
import time
import unittest

SCRIPTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'docs', 'completion')


class Shell:
    """An interactive shell without the user's settings. Its lines are read between two marks that only it can print."""

    def __init__(self, words, folder, setup):
        self.master, slave = pty.openpty()
        environment = {'PATH': os.environ['PATH'], 'TERM': 'dumb', 'HOME': folder, 'LC_ALL': 'C.UTF-8', 'PS1': '', 'COLUMNS': '500'}
        self.process = subprocess.Popen(words, stdin=slave, stdout=slave, stderr=slave, cwd=folder, env=environment, start_new_session=True)
        os.close(slave)
        self.output = ''
        self.run(setup)

    def read(self, pattern):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            found = re.search(pattern, self.output, re.S)
            if found:
                self.output = self.output[found.end():]
                return found
            if select.select([self.master], [], [], 0.1)[0]:
                try:
                    self.output += os.read(self.master, 65536).decode(errors='replace')
                except OSError:
                    break
        raise AssertionError('the shell does not answer: %r' % self.output)

    def send(self, text):
        os.write(self.master, text.encode())

    def run(self, command):
        self.send(command + '; echo "<"done">"\r')
        self.read('<done>')

    def complete(self, line):
        """What `line` becomes with the Tab key: its words."""
        self.send(line + '\t')
        time.sleep(0.3)   # what is typed too early after the key is part of its menu
        self.send('\x01printf "<"%s">" \x05; echo "<"end">"\r')
        text = self.read(r'((?:<[^<>\n"]*>)+)<end>|((?:<[^<>\n"]*>)+)\r?\n?<end>').group()
        return re.findall('<([^<>]*)>', text)[:-1]

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.master)


class Completion(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        for name in ('program.py', 'prose.txt'):
            open(os.path.join(self.folder, name), 'w').close()
        os.mkdir(os.path.join(self.folder, 'things'))

    def check(self, shell):
        self.addCleanup(shell.close)
        self.assertEqual(shell.complete('krait -X opst'), ['krait', '-X', 'opstats'])
        self.assertEqual(shell.complete('krait -X traceback=j'), ['krait', '-X', 'traceback=json'])
        self.assertEqual(shell.complete('krait -m py_c'), ['krait', '-m', 'py_compile'])
        self.assertEqual(shell.complete('krait -W mod'), ['krait', '-W', 'module'])
        self.assertEqual(shell.complete('krait --json'), ['krait', '--json-errors'])
        self.assertEqual(shell.complete('krait pr'), ['krait', 'program.py'])
        self.assertEqual(shell.complete('krait free'), ['krait', 'freeze'])
        self.assertEqual(shell.complete('krait -B program.py pros'), ['krait', '-B', 'program.py', 'prose.txt'])

    @unittest.skipUnless(shutil.which('bash'), 'bash is not installed')
    def test_bash(self):
        self.check(Shell(['bash', '--norc', '--noprofile', '-i'], self.folder, "bind 'set enable-bracketed-paste off'; . '%s/krait.bash'" % SCRIPTS))

    @unittest.skipUnless(shutil.which('zsh'), 'zsh is not installed')
    def test_zsh(self):
        functions = os.path.join(self.folder, 'functions')
        os.mkdir(functions)
        shutil.copy(os.path.join(SCRIPTS, '_krait'), functions)
        setup = "bindkey -e; unset zle_bracketed_paste; PROMPT= RPROMPT=; fpath=('%s' $fpath); autoload -Uz compinit; compinit -u -D" % functions
        self.check(Shell(['zsh', '-f', '-i'], self.folder, setup))


if __name__ == '__main__':
    unittest.main()
