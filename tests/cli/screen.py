"""A program on a pseudo-terminal, and what its screen shows: enough of a terminal for the prompt's tests."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
import unicodedata
import unittest


class Screen:
    """Characters in rows; cursor movement, erasing, scrolling. Colours are dropped."""

    def __init__(self, columns, lines):
        self.columns, self.lines = columns, lines
        self.rows = [[' '] * columns for _ in range(lines)]
        self.x = self.y = 0
        self.wrapping = False
        self.rest = ''

    def feed(self, text):
        text = self.rest + text
        self.rest = ''
        i = 0
        while i < len(text):
            c = text[i]
            if c == '\x1b':
                match = re.match(r'\x1b\[([?0-9;]*)([A-Za-z~])|\x1b[=>78]', text[i:])
                if not match:
                    self.rest = text[i:]
                    return
                if match.group(2):
                    self.control(match.group(1), match.group(2))
                i += match.end()
                continue
            self.put(c)
            i += 1

    def put(self, c):
        if c == '\r':
            self.x, self.wrapping = 0, False
        elif c == '\n':
            self.line_feed()
        elif c == '\b':
            self.x = max(0, self.x - 1)
        elif c == '\x07':
            pass
        else:
            width = 0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1
            if width == 0:
                self.rows[self.y][max(0, self.x - 1)] += c
                return
            if self.wrapping or self.x + width > self.columns:
                self.x, self.wrapping = 0, False
                self.line_feed()
            self.rows[self.y][self.x] = c
            if width == 2:
                self.rows[self.y][self.x + 1] = ''
            self.x += width
            if self.x >= self.columns:
                self.x, self.wrapping = self.columns - 1, True

    def line_feed(self):
        self.wrapping = False
        if self.y + 1 < self.lines:
            self.y += 1
        else:
            self.rows = self.rows[1:] + [[' '] * self.columns]

    def control(self, arguments, kind):
        if arguments.startswith('?') or kind == 'm':
            return
        numbers = [int(n) if n else 0 for n in arguments.split(';')]
        n = max(1, numbers[0])
        self.wrapping = False
        if kind == 'A':
            self.y = max(0, self.y - n)
        elif kind == 'B':
            self.y = min(self.lines - 1, self.y + n)
        elif kind == 'C':
            self.x = min(self.columns - 1, self.x + n)
        elif kind == 'D':
            self.x = max(0, self.x - n)
        elif kind == 'H':
            self.y = self.x = 0
        elif kind == 'K':
            self.rows[self.y][self.x:] = [' '] * (self.columns - self.x)
        elif kind == 'J':
            first = 0 if numbers[0] == 2 else self.y + 1
            if numbers[0] != 2:
                self.rows[self.y][self.x:] = [' '] * (self.columns - self.x)
            for y in range(first, self.lines):
                self.rows[y] = [' '] * self.columns

    def resize(self, columns, lines):
        """As xterm does: what does not fit is cut at the right and, above the cursor, at the top."""
        top = max(0, self.y + 1 - lines)
        self.rows = [(row + [' '] * columns)[:columns] for row in self.rows[top:top + lines]]
        self.rows += [[' '] * columns for _ in range(lines - len(self.rows))]
        self.y -= top
        self.x = min(self.x, columns - 1)
        self.wrapping = False
        self.columns, self.lines = columns, lines

    def text(self):
        lines = [''.join(row).rstrip() for row in self.rows]
        while lines and not lines[-1]:
            lines.pop()
        return '\n'.join(lines)


class Session:
    def __init__(self, command, columns=80, lines=24, environment=None, folder=None):
        self.screen = Screen(columns, lines)
        try:
            self.pid, self.fd = pty.fork()
        except OSError as error:   # a container without /dev/pts
            raise unittest.SkipTest('no pseudo-terminal: %s' % error)
        if self.pid == 0:
            if folder:
                os.chdir(folder)
            os.execve(command[0], command, environment or dict(os.environ, TERM='xterm'))
        self.resize(columns, lines)
        self.status = None
        self.raw = b''

    def resize(self, columns, lines):
        """The kernel tells the program by SIGWINCH."""
        self.screen.resize(columns, lines)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack('HHHH', lines, columns, 0, 0))

    def send(self, text):
        data = text.encode()
        while data:
            written = os.write(self.fd, data[:512])
            data = data[written:]
            self.read(0)

    def read(self, timeout):
        ready, _, _ = select.select([self.fd], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            data = b''
        if not data:
            return False
        self.raw += data
        # a character may be cut in two
        text = self.raw.decode('utf-8', 'ignore')
        keep = self.raw[len(text.encode()):]
        self.raw = keep if len(keep) < 4 else b''
        self.screen.feed(text)
        return True

    def wait(self, wanted, timeout=20):
        """Until the screen's text satisfies `wanted` (a text that it must end with, or a function)."""
        test = wanted if callable(wanted) else lambda text: text.endswith(wanted)
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            if test(self.screen.text()):
                return self.screen.text()
            self.read(0.05)
        raise AssertionError('the screen shows\n%s\n(waiting for %r)' % (self.screen.text(), wanted))

    def finish(self, timeout=20):
        end = time.monotonic() + timeout
        while self.status is None and time.monotonic() < end:
            self.read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status)
        return self.status

    def close(self):
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.status = -signal.SIGKILL
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1
