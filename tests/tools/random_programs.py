#!/usr/bin/env python3
"""Write random Python 3.6 modules, for compare_bytecode.py.

    random_programs.py FOLDER [-n COUNT] [--seed SEED]

The programs use every statement and expression, few names (so that scopes interact) and unusual layouts. Many of them
are wrong: the messages and positions of the compiler are compared as well.
"""
import argparse
import os
import random

NAMES = ['a', 'b', 'c', '__p', 'x', 'super', '__class__', 'self']
CONSTANTS = ['0', '1', '2', '7', '-1', '255', '2.5', '0.0', '1j', "'s'", "''", "b'y'", 'None', 'True', 'False', '...',
             '(1, 2)', '()', "('k', 1)", '10**20', '__debug__', "'long text constant'"]
BINARY = ['+', '-', '*', '/', '//', '%', '**', '<<', '>>', '&', '|', '^', '@']
COMPARE = ['<', '<=', '==', '!=', '>', '>=', 'in', 'not in', 'is', 'is not']


class Program:
    def __init__(self, rng):
        self.rng, self.in_async, self.loops, self.in_function = rng, False, 0, False

    def pick(self, *choices):
        return self.rng.choice(choices)()

    def name(self):
        return self.rng.choice(NAMES)

    def chance(self, share):
        return self.rng.random() < share

    # ---- expressions

    def atom(self):
        return self.name() if self.chance(0.6) else self.rng.choice(CONSTANTS)

    def expr(self, depth=3):
        if depth <= 0:
            return self.atom()
        e = lambda: self.expr(depth - 1)
        forms = [
            self.atom, self.atom,
            lambda: '(%s %s %s)' % (e(), self.rng.choice(BINARY), e()),
            lambda: '%s %s %s' % (self.atom(), self.rng.choice(BINARY), self.atom()),
            lambda: '(%s%s)' % (self.rng.choice(['-', '+', '~', 'not ']), e()),
            lambda: '(%s %s %s)' % (e(), self.rng.choice(COMPARE), e()),
            lambda: '(%s < %s <= %s)' % (e(), e(), e()),
            lambda: '(not %s %s %s)' % (e(), self.rng.choice(COMPARE), e()),
            lambda: '(%s)' % self.rng.choice([' and ', ' or ']).join(e() for _ in range(self.rng.randint(2, 4))),
            lambda: '(%s if %s else %s)' % (e(), e(), e()),
            lambda: '%s.%s' % (self.name(), self.rng.choice(['n', '__q', 'a'])),
            lambda: '%s[%s]' % (self.name(), self.subscript(depth - 1)),
            lambda: '%s(%s)' % (self.name(), self.arguments(depth - 1)),
            lambda: self.display(depth - 1),
            lambda: self.comprehension(depth - 1),
            lambda: '(lambda %s: %s)' % (self.parameters(depth - 1, False), e()),
            lambda: self.fstring(),
            lambda: '(%s,\n    %s)' % (e(), e()),
        ]
        if self.chance(0.1) and (self.in_function or self.chance(0.01)):
            forms = [lambda: '(yield %s)' % e(), lambda: '(yield)']
            if self.in_async:
                forms.append(lambda: '(await %s)' % e())
            else:
                forms.append(lambda: '(yield from %s)' % e())
        return self.pick(*forms)

    def subscript(self, depth):
        e = lambda: self.expr(depth)
        part = lambda: self.pick(lambda: ':', lambda: e() + ':', lambda: ':' + e(),
                                 lambda: '%s:%s:%s' % (e(), e(), e()), lambda: '::' + e())
        return self.pick(e, e, part, lambda: '%s, %s' % (part(), e()), lambda: '%s, %s' % (e(), e()))

    def arguments(self, depth):
        out = []
        for _ in range(self.rng.randint(0, 4)):
            out.append(('*' if self.chance(0.15) else '') + self.expr(depth))
        for i in range(self.rng.randint(0, 3)):
            out.append('**' + self.name() if self.chance(0.25) else 'k%d=%s' % (i, self.expr(depth)))
        return ', '.join(out)

    def display(self, depth):
        items = [('*' if self.chance(0.15) else '') + self.expr(depth) for _ in range(self.rng.randint(1, 4))]
        entries = ['**' + self.name() if self.chance(0.2) else '%s: %s' % (self.atom(), self.expr(depth))
                   for _ in range(self.rng.randint(0, 4))]
        return self.pick(lambda: '[%s]' % ', '.join(items), lambda: '(%s,)' % ', '.join(items),
                         lambda: '{%s}' % ', '.join(items), lambda: '{%s}' % ', '.join(entries),
                         lambda: '%s in [%s]' % (self.name(), ', '.join(self.rng.sample(CONSTANTS, 3))),
                         lambda: '{%s: 1, %s: %s}' % (self.rng.choice(CONSTANTS), self.rng.choice(CONSTANTS),
                                                      items[0].lstrip('*')))

    def comprehension(self, depth):
        loops = ''
        for _ in range(self.rng.randint(1, 2)):
            loops += ' %sfor %s in %s' % ('async ' if self.in_async and self.chance(0.2) else '', self.target(1),
                                          '(%s)' % self.expr(depth))
            for _ in range(self.rng.randint(0, 2)):
                loops += ' if ' + '(%s)' % self.expr(depth)
        e = self.expr(depth)
        return self.pick(lambda: '[%s%s]' % (e, loops), lambda: '{%s%s}' % (e, loops), lambda: '(%s%s)' % (e, loops),
                         lambda: '{%s: %s%s}' % (e, self.atom(), loops))

    def fstring(self):
        parts = self.rng.sample(['text', '{a}', '{x!r}', '{b:>3}', '{c!s:{a}}', '{{', '%s'], self.rng.randint(0, 3))
        return "f'%s'" % ''.join(parts)

    def target(self, depth=2):
        if depth <= 0 or self.chance(0.5):
            return self.name()
        return self.pick(lambda: '%s.t' % self.name(), lambda: '%s[%s]' % (self.name(), self.subscript(1)),
                         lambda: '(%s, %s)' % (self.target(depth - 1), self.target(depth - 1)),
                         lambda: '[%s, *%s]' % (self.target(depth - 1), self.name()),
                         lambda: '(%s, *%s, %s)' % (self.name(), self.name(), self.name()))

    def parameters(self, depth, annotate=True):
        note = lambda: ': ' + self.expr(0) if annotate and self.chance(0.2) else ''
        names = self.rng.sample(NAMES, 5) if self.chance(0.97) else [self.name() for _ in range(5)]
        out = [names[0] + note()] if self.chance(0.7) else []
        if self.chance(0.4):
            out.append('%s%s=%s' % (names[1], note(), self.expr(depth)))
        if self.chance(0.3):
            out.append('*%s%s' % (names[2], note()))
            if self.chance(0.5):
                out.append('%s%s=%s' % (names[3], note(), self.expr(depth)))
        if self.chance(0.2):
            out.append('**' + names[4])
        return ', '.join(out)

    # ---- statements

    def block(self, depth, indent):
        return ''.join(self.stmt(depth, indent + ' ') for _ in range(self.rng.randint(1, 3)))

    def stmt(self, depth, indent):
        simple = [
            lambda: '%s = %s' % (self.target(), self.expr()),
            lambda: '%s = %s = %s' % (self.name(), self.target(), self.expr()),
            lambda: self.expr(), lambda: 'a, b = b, %s' % self.name(), lambda: 'a, b, c = %s, b, a' % self.atom(),
            lambda: '%s %s= %s' % (self.pick(self.name, lambda: 'a.n', lambda: 'b[%s]' % self.subscript(1)),
                                   self.rng.choice(BINARY), self.expr()),
            lambda: 'del %s' % self.name(), lambda: 'pass',
            lambda: 'raise %s' % self.expr(1), lambda: 'raise', lambda: 'assert %s, %s' % (self.expr(), self.expr(1)),
            lambda: 'import a.b', lambda: 'import a.b.c as x', lambda: 'from .a import b as c, x',
            lambda: '%s: %s = %s' % (self.name(), self.expr(1), self.expr()), lambda: 'a.b: %s' % self.expr(1),
            lambda: '%s.x' % self.name(), lambda: '"doc"']
        if self.in_function and self.chance(0.1):
            simple = [lambda: 'return', lambda: 'return %s' % self.expr() if not self.in_async else 'return']
        if self.chance(0.005):
            simple = [lambda: 'global ' + self.name(), lambda: 'nonlocal ' + self.name(), lambda: 'from a import *',
                      lambda: 'break', lambda: 'continue', lambda: 'return', lambda: 'yield from a']
        if self.loops and self.chance(0.15):
            simple = [lambda: 'break', lambda: 'continue']
        if depth <= 0 or self.chance(0.45):
            text = indent + self.pick(*simple)
            return text + ('\n' * self.rng.choice([1, 1, 1, 2, 5, 140]) if self.chance(0.3) else '\n')
        return self.pick(*[lambda f=f: f(depth - 1, indent) for f in (
            self.if_, self.if_, self.while_, self.for_, self.for_, self.try_, self.try_, self.with_, self.function,
            self.function, self.class_)])

    def if_(self, d, i):
        text = '%sif %s:\n%s' % (i, self.expr(), self.block(d, i))
        if self.chance(0.3):
            text += '%selif %s:\n%s' % (i, self.expr(), self.block(d, i))
        if self.chance(0.4):
            text += '%selse:\n%s' % (i, self.block(d, i))
        return text

    def loop(self, d, i, head):
        self.loops += 1
        text = '%s%s:\n%s' % (i, head, self.block(d, i))
        self.loops -= 1
        if self.chance(0.3):
            text += '%selse:\n%s' % (i, self.block(d, i))
        return text

    def while_(self, d, i):
        test = self.rng.choice(['1', '0', 'True', "''"]) if self.chance(0.3) else self.expr()
        return self.loop(d, i, 'while %s' % test)

    def prefix(self):
        return 'async ' if self.in_async and self.chance(0.4) else ''

    def for_(self, d, i):
        return self.loop(d, i, '%sfor %s in %s' % (self.prefix(), self.target(), self.expr()))

    def try_(self, d, i):
        text = '%stry:\n%s' % (i, self.block(d, i))
        handlers = self.rng.randint(0, 2)
        for k in range(handlers):
            heads = ['except E', 'except (E, F) as %s' % self.name()] + ['except'] * (k == handlers - 1)
            head = self.rng.choice(heads)
            text += '%s%s:\n%s' % (i, head, self.block(d, i))
        if handlers and self.chance(0.3):
            text += '%selse:\n%s' % (i, self.block(d, i))
        if not handlers or self.chance(0.3):
            text += '%sfinally:\n%s' % (i, self.block(d, i))
        return text

    def with_(self, d, i):
        items = ', '.join(self.expr(1) + (' as ' + self.target(1) if self.chance(0.5) else '')
                          for _ in range(self.rng.randint(1, 2)))
        return '%s%swith %s:\n%s' % (i, self.prefix(), items, self.block(d, i))

    def function(self, d, i):
        decorators = self.rng.choice([0, 0, 0, 1, 2])
        text = ''.join('%s@%s\n' % (i, self.rng.choice(['a', 'b.c', 'x(1)'])) for _ in range(decorators))
        outer, loops, inside, self.loops = self.in_async, self.loops, self.in_function, 0
        head = 'def %s(%s)%s' % (self.name(), self.parameters(1), ' -> %s' % self.name() if self.chance(0.1) else '')
        self.in_async = self.chance(0.3)
        if self.in_async:
            head = 'async ' + head
        self.in_function = True
        names = ', '.join(self.rng.sample(NAMES, 1))
        if self.chance(0.1):
            text += '%s%s:\n%s global %s\n%s' % (i, head, i, names, self.block(d, i))
        else:
            text += '%s%s:\n%s' % (i, head, self.block(d, i))
        self.in_async, self.loops, self.in_function = outer, loops, inside
        return text

    def class_(self, d, i):
        outer, loops, inside = self.in_async, self.loops, self.in_function
        self.in_async, self.loops, self.in_function = False, 0, False
        bases = self.rng.choice(['', '(a)', '(a, metaclass=b)', '(*a, **b)', '(x, k=1)'])
        text = '%sclass %s%s:\n%s' % (i, self.rng.choice(['C', '_D', '__']), bases, self.block(d, i))
        self.in_async, self.loops, self.in_function = outer, loops, inside
        return text

    def module(self):
        return ''.join(self.stmt(3, '') for _ in range(self.rng.randint(1, 6)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder')
    parser.add_argument('-n', dest='count', type=int, default=1000)
    parser.add_argument('--seed', type=int, default=0)
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    for number in range(options.count):
        with open(os.path.join(options.folder, 'random%05d.py' % number), 'w') as file:
            file.write(Program(random.Random(options.seed * 1000003 + number)).module())


if __name__ == '__main__':
    main()
