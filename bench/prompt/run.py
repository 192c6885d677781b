#!/usr/bin/env python3
"""How fast the prompt is, through a pseudo-terminal: from the start of the process to the prompt, and from a key to what it
changes on the screen while a block of 500 lines is edited.

    bench/prompt/run.py [--krait build/release/krait] [--starts 50] [--lines 500] [--keys 100] [--python EXECUTABLE ...]
"""
import argparse
import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import tempfile
import termios
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DRAWN = b'\x1b[?25h'   # the last thing a drawing writes
UP, DOWN, LEFT = b'\x1b[A', b'\x1b[B', b'\x1b[D'


class Terminal:
    def __init__(self, command, state, columns=80, lines=24):
        environment = {k: v for k, v in os.environ.items() if not k.startswith(('KRAIT', 'PYTHON')) and k != 'NO_COLOR'}
        environment.update(TERM='xterm-256color', XDG_STATE_HOME=state, HOME=state)
        self.begin = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(command[0], command, environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack('HHHH', lines, columns, 0, 0))

    def until(self, test, timeout=20):
        """Seconds since the clock was started; `test` gets all output since then."""
        seen = b''
        end = time.perf_counter() + timeout
        while not test(seen):
            ready, _, _ = select.select([self.fd], [], [], max(0, end - time.perf_counter()))
            if not ready:
                raise SystemExit('no answer; output so far: %r' % seen[-300:])
            seen += os.read(self.fd, 65536)
        return time.perf_counter() - self.begin

    def press(self, keys):
        self.begin = time.perf_counter()
        os.write(self.fd, keys)

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def measure_starts(command, count, state):
    times = []
    for _ in range(count):
        terminal = Terminal(command, state)
        times.append(terminal.until(lambda seen: b'>>> ' in seen))
        terminal.close()
    return times


def measure_keys(command, lines, count, state):
    terminal = Terminal(command, state)
    terminal.until(lambda seen: b'>>> ' in seen and DRAWN in seen)
    block = 'def function(argument):\n' + ''.join(
        '    value_%d = [%d, len("three"), argument]  # a comment\n' % (i, i) for i in range(lines - 1))
    terminal.press(b'\x1b[200~' + block.encode()[:4000])   # a terminal's buffer is small
    rest = block.encode()[4000:]
    while rest:
        select.select([], [terminal.fd], [])
        rest = rest[os.write(terminal.fd, rest[:1000]):]
    terminal.press(b'\x1b[201~')
    terminal.until(lambda seen: seen.endswith(DRAWN) and b'value_%d' % (lines - 2) in seen)
    result = {}
    for name, prepare, key in (('at the end', [], b'x'), ('in the middle', [UP] * (lines // 2), b'y'), ('backspace', [], b'\x7f'),
                               ('moving up', [], UP), ('new line', [], b'\x1b\r'), ('line and Enter', [b'\x1b[6~'], b'z = 1\r')):
        for other in prepare:
            terminal.press(other)
            terminal.until(lambda seen: DRAWN in seen)
        drawings = 2 if key.endswith(b'1\r') else 1
        times = []
        for _ in range(count):
            terminal.press(key)
            times.append(terminal.until(lambda seen: seen.count(DRAWN) >= drawings))
            time.sleep(0.002)
        result[name] = times
    terminal.close()
    return result


def show(name, times):
    ordered = sorted(times)
    print('%-34s median %6.2f ms   90%% %6.2f   worst %6.2f   of %d' % (
        name, 1e3 * statistics.median(times), 1e3 * ordered[int(len(times) * 0.9)], 1e3 * ordered[-1], len(times)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--krait', default=os.path.join(ROOT, 'build', 'release', 'krait'))
    parser.add_argument('--starts', type=int, default=50)
    parser.add_argument('--lines', type=int, default=500)
    parser.add_argument('--keys', type=int, default=100)
    parser.add_argument('--python', nargs='*', default=[])
    options = parser.parse_args()
    state = tempfile.mkdtemp()
    try:
        show('prompt, krait', measure_starts([os.path.abspath(options.krait)], options.starts, state))
        for python in options.python:
            show('prompt, ' + os.path.basename(python), measure_starts([python], options.starts, state))
        for name, times in measure_keys([os.path.abspath(options.krait)], options.lines, options.keys, state).items():
            show('key %s of %d lines' % (name, options.lines), times)
    finally:
        shutil.rmtree(state)


if __name__ == '__main__':
    main()
