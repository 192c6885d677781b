#!/usr/bin/env python3
"""Random regular expressions on random texts: Krait against CPython 3.6.

    regex_differential.py [--krait build/release/krait] [--reference python3.6] [--count 20000] [--seed 1]

A case is a pattern, flags, a text and a replacement; what match, fullmatch, search, findall, split and sub give, or the
error, is compared. The first differences are printed; the exit status is 1 if there are any, 0 if there is no reference.
"""
import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# Runs on both interpreters: one line of results per line of cases.
WORKER = r'''
import re, sys, warnings
warnings.simplefilter('ignore')
def shown(m):
    return m and (m.regs, m.lastindex, m.lastgroup)
def attempt(f):
    try:
        return f()
    except re.error as e:
        return 'error', e.msg, e.pos
    except (ValueError, OverflowError, RuntimeError, IndexError, TypeError, SystemError) as e:
        return type(e).__name__, str(e)
for line in open(sys.argv[1], encoding='utf-8', errors='surrogatepass'):
    pattern, flags, text, repl = eval(line)
    p = attempt(lambda: re.compile(pattern, flags))
    if isinstance(p, tuple):
        print(ascii(p), flush=True)
        continue
    r = [attempt(lambda: shown(p.match(text))), attempt(lambda: shown(p.fullmatch(text))),
         attempt(lambda: shown(p.search(text, 1))), attempt(lambda: p.findall(text)), attempt(lambda: p.split(text)),
         attempt(lambda: p.subn(repl, text)), attempt(lambda: [shown(m) for m in p.finditer(text, 0, len(text) - 1)]),
         p.flags, p.groups, sorted(p.groupindex.items())]
    print(ascii(r), flush=True)
'''

ASCII_CHARS = 'abcxyzABZ019_ -\n.'
WIDE_CHARS = ASCII_CHARS + '\xe9\xdf\xb5\u0130\u0131\u017f\u0436\u0416\u03c3\u03c2\u2028\U00010400\U00010428\u0660'


class Maker:
    def __init__(self, rng):
        self.rng = rng

    def char(self):
        return self.rng.choice(self.chars)

    def literal(self):
        c = self.char()
        return '\\' + c if c in '.-' else c

    def char_class(self):
        rng = self.rng
        parts = []
        for _ in range(rng.randint(1, 4)):
            kind = rng.randrange(6)
            if kind < 3:
                parts.append(self.literal())
            elif kind < 5:
                low, high = sorted((self.char(), self.char()))
                if low != '-' != high:
                    parts.append('%s-%s' % (low, high))
            else:
                parts.append(rng.choice(['\\d', '\\w', '\\s', '\\D', '\\W', '\\S', '\\n', '\\x61']))
        return '[' + rng.choice(['', '', '^']) + (''.join(parts) or 'a') + ']'

    def atom(self, depth):
        rng = self.rng
        kind = rng.randrange(22)
        if kind < 7 or depth <= 0:
            return self.literal()
        if kind < 9:
            return self.char_class()
        if kind < 10:
            return '.'
        if kind < 11:
            return rng.choice(['\\w', '\\d', '\\s', '\\W', '\\b', '\\B', '^', '$', '\\A', '\\Z'])
        if kind < 14:
            self.groups += 1
            if rng.random() < 0.2:
                return '(?P<n%d>%s)' % (self.groups, self.alternatives(depth - 1))
            return '(%s)' % self.alternatives(depth - 1)
        if kind < 16:
            return '(?:%s)' % self.alternatives(depth - 1)
        if kind < 17:
            return '(?%s%s)' % (rng.choice(['=', '!', '<=', '<!']), self.alternatives(depth - 1))
        if kind < 18:
            return '(?%s:%s)' % (rng.choice(['i', 's', 'm', '-i', 'i-s', 'x']), self.alternatives(depth - 1))
        if kind < 20 and self.groups:
            return '\\%d' % rng.randint(1, self.groups)
        if kind < 21 and self.groups:
            group = rng.randint(1, self.groups)
            return rng.choice(['(?(%d)%s|%s)', '(?(%d)%s%s)']) % (group, self.sequence(depth - 1), self.sequence(depth - 1))
        return self.literal()

    def sequence(self, depth):
        rng = self.rng
        parts = []
        for _ in range(rng.choice([0, 1, 1, 2, 2, 3])):
            atom = self.atom(depth)
            if rng.random() < 0.35:
                atom += rng.choice(['*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?', '{,3}', '{2,}'])
            parts.append(atom)
        return ''.join(parts)

    def alternatives(self, depth):
        return '|'.join(self.sequence(depth) for _ in range(self.rng.choice([1, 1, 1, 2, 2, 3])))

    def case(self):
        rng = self.rng
        binary = rng.random() < 0.15
        self.chars = WIDE_CHARS if rng.random() < 0.3 and not binary else ASCII_CHARS
        if rng.random() < 0.5:
            self.chars = 'ab' if rng.random() < 0.5 else 'abcA\n '
        self.groups = 0
        pattern = self.alternatives(3)
        if rng.random() < 0.03 and pattern:   # a slip of the pen
            at = rng.randrange(len(pattern))
            pattern = pattern[:at] + rng.choice('()[]{}*+?|\\^$-:<>=!#Pi1') + pattern[at + rng.randint(0, 1):]
        flags = 0
        for flag in (2, 8, 16, 256, 64):
            if rng.random() < (0.3 if flag == 2 else 0.08):
                flags |= flag
        text = ''.join(self.char() for _ in range(rng.randint(0, 14)))
        repl = rng.choice(['', 'x', '<\\g<0>>', '[\\1]', '\\n\\2'])
        if binary:
            flags = flags | 4 if not flags & 256 and rng.random() < 0.3 else flags
            pattern, text, repl = pattern.encode('latin-1'), text.encode('latin-1'), repl.encode('latin-1')
        return pattern, flags, text, repl


def run(interpreter, worker, cases):
    return subprocess.Popen([interpreter, worker, cases], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--krait', default=os.path.join(ROOT, 'build/release/krait'))
    parser.add_argument('--reference', default='python3.6')
    parser.add_argument('--count', type=int, default=20000)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--show', type=int, default=10)
    options = parser.parse_args()
    if not shutil.which(options.reference):
        print('no reference interpreter: nothing compared')
        return 0
    maker = Maker(random.Random(options.seed))
    differences = done = 0
    with tempfile.TemporaryDirectory() as folder:
        worker, path = os.path.join(folder, 'worker.py'), os.path.join(folder, 'cases.txt')
        with open(worker, 'w') as file:
            file.write(WORKER)
        while done < options.count:
            cases = [maker.case() for _ in range(min(2000, options.count - done))]
            with open(path, 'w', encoding='utf-8') as file:
                file.writelines(ascii(case) + '\n' for case in cases)
            processes = [run(options.krait, worker, path), run(options.reference, worker, path)]
            results, statuses = [], []
            for process in processes:
                try:
                    out, err = process.communicate(timeout=60)
                    statuses.append(process.returncode)
                except subprocess.TimeoutExpired:   # a catastrophic pattern: the rest of the cases is not looked at
                    process.kill()
                    out, err = process.communicate()
                    statuses.append('timeout')
                results.append(out.decode().split('\n')[:-1])
                if process.returncode not in (0, -9):
                    print(process.args[0], 'ended with', process.returncode, err.decode()[-2000:])
            if statuses[0] != statuses[1] or len(results[0]) != len(results[1]):
                differences += 1
                print('ended with', statuses, 'after', [len(lines) for lines in results], 'of', len(cases), 'cases')
            for case, a, b in zip(cases, *results):
                if a != b and 'SystemError' not in b:   # of bytes: a group that ends before it begins
                    differences += 1
                    if differences <= options.show:
                        print('case', ascii(case), '\n  krait    ', a, '\n  reference', b)
            done += len(cases)
    print('%d cases, %d differences' % (done, differences))
    return 1 if differences else 0


if __name__ == '__main__':
    sys.exit(main())
