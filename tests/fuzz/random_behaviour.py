"""Random Python 3.6 programs that end, and print the same wherever they run.

`write_program(seed)` gives the text of one. What it may use besides the builtins is PRELUDE, which also keeps it within
bounds: every function and loop burns fuel, values are cut by cap(), and out() shows nothing that differs between runs
(no addresses, no order of sets). Variables have a usual type (i, j, k: int; s, t: str; l, m: list; d, e: dict), and now and
then an expression of another type, so that errors happen and their messages are compared.
"""
import random
import re

PRELUDE = r'''
import sys
_fuel = [150]
class Fuel(BaseException): pass
def tick():
    _fuel[0] -= 1
    if _fuel[0] < 0:
        raise Fuel('no fuel')
def show(v, depth=0):
    if v is None or v is True or v is False or type(v) in (int, str, bytes, float):
        return repr(v)
    if depth > 3:
        return '...'
    if type(v) in (list, tuple):
        return type(v).__name__ + '(' + ', '.join([show(x, depth + 1) for x in v[:8]]) + ')'
    if type(v) is dict:
        return '{' + ', '.join([show(k, depth + 1) + ': ' + show(v[k], depth + 1) for k in list(v)[:8]]) + '}'
    if type(v) in (set, frozenset):
        return type(v).__name__ + show(sorted(v, key=repr), depth + 1)
    if isinstance(v, BaseException):
        return type(v).__name__ + show(v.args, depth + 1)
    if isinstance(v, type):
        return 'class ' + v.__name__
    return '<' + type(v).__name__ + getattr(v, '__name__', '') * (depth == 0 and callable(v)) + '>'
def out(*values):
    if len(_lines) < 400:
        _lines.append(' '.join([show(v) for v in values]))
def depth_of(v, n=0):
    if n > 3 or type(v) not in (list, tuple, dict):
        return n
    return max([n] + [depth_of(x, n + 1) for x in (v.values() if type(v) is dict else v)])
def cap(v):
    if type(v) is int:
        return v if -10 ** 6 < v < 10 ** 6 else v % 1009
    if type(v) in (str, list, tuple, bytes) and len(v) > 12:
        v = v[:12]
    return 'deep' if type(v) in (list, tuple, dict) and depth_of(v) > 3 else v
def scalar(v):
    return v if type(v) in (int, str, bool, type(None)) else type(v).__name__
def exc():
    return sys.exc_info()[0]
class E1(Exception): pass
class E2(E1): pass
class E3(Exception):
    def __str__(self): return 'E3 str'
class CM:
    def __init__(self, n, swallow=False, bad=None): self.n, self.swallow, self.bad = n, swallow, bad
    def __enter__(self):
        out('enter', self.n)
        if self.bad == 'enter': raise E2('enter')
        return self.n
    def __exit__(self, t, v, tb):
        out('exit', self.n, t, v is not None, tb is not None)
        if self.bad == 'exit': raise E1('exit', self.n)
        return self.swallow
    async def __aenter__(self):
        await Wait(self.n)
        return self.__enter__()
    async def __aexit__(self, t, v, tb):
        await Wait(-self.n)
        return self.__exit__(t, v, tb)
class Wait:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield ('wait', self.v)
        return got
class ATimes:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        tick()
        if self.n <= 0: raise StopAsyncIteration
        self.n -= 1
        return await Wait(self.n)
def drive(c, limit=12):
    n = 0
    try:
        v = c.send(None)
        while n < limit:
            n += 1
            out('driven', v)
            v = c.send(n)
    except StopIteration as e:
        return e.value
    c.close()
    return 'limit'
def run_gen(g, script):
    for op, v in script:
        try:
            if op == 'next': r = next(g)
            elif op == 'send': r = g.send(v)
            elif op == 'throw': r = g.throw(v)
            elif op == 'throw2': r = g.throw(v, 'value')
            elif op == 'close': r = g.close()
            elif op == 'list': r = list(zip(range(5), g))
            else: r = (g.gi_frame is None, g.gi_running, g.gi_yieldfrom is None)
            out(op, r)
        except StopIteration as e:
            out(op, 'stop', e.value)
        except Exception as e:
            out(op, 'raised', e, type(e.__cause__), type(e.__context__))
'''

OPS = ['+', '-', '*', '//', '%', '&', '|', '^', '/', '<<', '>>', '**']
COMPARE = ['<', '<=', '==', '!=', '>', '>=']
ERRORS = ['E1', 'E2', 'E3', 'ValueError', 'KeyError', 'TypeError', 'Exception', 'ZeroDivisionError', 'LookupError',
          'StopIteration', 'IndexError', 'AttributeError', 'NameError', '(E1, KeyError)', '(ValueError, (TypeError, E3))']
DUNDERS = ['__add__', '__radd__', '__iadd__', '__sub__', '__rsub__', '__mul__', '__eq__', '__lt__', '__gt__', '__le__', '__ne__',
           '__len__', '__bool__', '__getitem__', '__setitem__', '__delitem__', '__contains__', '__iter__', '__call__', '__repr__',
           '__str__', '__hash__', '__getattr__', '__getattribute__', '__setattr__', '__delattr__', '__index__', '__int__', '__neg__', '__enter__',
           '__format__', '__reversed__', '__floordiv__', '__rmod__', '__pos__', '__dir__', '__missing__', '__del__']

TOKEN = re.compile(r'<(int|str|list|dict|bool|any|key|slice)([012])>')


class Program:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.lines = []
        self.functions, self.generators, self.classes, self.coroutines, self.agens, self.objects = [], [], [], [], [], []
        self.kind, self.loops, self.in_finally, self.serial = 'module', 0, 0, 0   # kind of scope
        self.in_except = 0

    # ------------------------------------------------------------------------------------------------ choices

    def chance(self, share):
        return self.rng.random() < share

    def one(self, *choices):
        return self.rng.choice(choices)

    def form(self, *choices):
        """One of the texts, in which <int1> is an int expression of depth 1 and so on."""
        return TOKEN.sub(self.expand, self.rng.choice(choices))

    def expand(self, found):
        kind, depth = found.groups()
        return getattr(self, kind + '_')(int(depth))

    def number(self):
        self.serial += 1
        return self.serial

    def pick(self, table):
        """One of (weight, function) pairs."""
        at = self.rng.random() * sum(weight for weight, make in table)
        for weight, make in table:
            at -= weight
            if at <= 0:
                break
        return make

    # ------------------------------------------------------------------------------------------------ expressions

    def any_(self, d=2):
        return self.pick([(5, self.int_), (3, self.str_), (3, self.list_), (1, self.dict_), (1, self.bool_), (1, self.odd)])(d)

    def odd(self, d):
        choices = ['None', '...', '()', "b'xy'", '2.5', 'int', 'len', 'print', 'out', 'True', 'range(3)', '{1, 2}', 'exc()']
        choices += self.functions + self.classes + ['%s()' % c for c in self.classes] + ['%s' % o for o in self.objects] * 3
        if d > 0:
            choices += ['(lambda %s: %s)' % self.lambda_(d - 1), '(%s for q in %s)' % (self.any_(0), self.list_(d - 1))]
        return self.rng.choice(choices)

    def wrong(self, d, make):
        return self.any_(d - 1) if d > 0 and self.chance(0.04) else make()

    def int_(self, d=2):
        atoms = [lambda: self.one('i', 'j', 'k'), lambda: str(self.rng.choice([0, 1, 2, 3, 7, -1, -2, 10]))]
        if d <= 0:
            return self.rng.choice(atoms)()
        n = lambda: self.wrong(d, lambda: self.int_(d - 1))
        return self.pick([
            (3, atoms[0]), (2, atoms[1]),
            (3, lambda: '(%s %s %s)' % (n(), self.rng.choice(OPS[:2]), n())),
            (2, lambda: 'cap(%s %s %s)' % (n(), self.rng.choice(OPS[:8]), n())),
            (.3, lambda: '(%s %s %d)' % (n(), self.one('<<', '>>', '**'), self.rng.randint(0, 3))),
            (.5, lambda: '(%s %s %s)' % (n(), self.one('//', '%'), n())),
            (1, lambda: '(%s%s)' % (self.one('-', '+', '~'), n())),
            (1, lambda: '(%s if %s else %s)' % (n(), self.bool_(d - 1), n())),
            (1, lambda: '(%s %s %s)' % (n(), self.one('and', 'or'), n())),
            (1, lambda: 'len(%s)' % self.one(self.list_, self.str_, self.dict_)(d - 1)),
            (.5, lambda: 'sum(%s)' % self.list_(d - 1)),
            (.5, lambda: '%s(%s, %s)' % (self.one('max', 'min', 'abs', 'divmod', 'pow'), n(), n())),
            (1, lambda: '%s[%s]' % (self.list_(d - 1), n())),
            (1, lambda: '%s[%s]' % (self.one('d', 'e'), self.key_(d - 1))),
            (.7, lambda: '%s.get(%s, %s)' % (self.one('d', 'e'), self.key_(d - 1), n())),
            (2, lambda: self.call(d - 1)),
            (.8, lambda: '%s.%s' % (self.object_(), self.one('x', 'y', 'z', 'p'))),
            (.8, lambda: '%s.%s(%s)' % (self.object_(), self.one('m', 'n', 'cm', 'sm'), self.arguments(d - 1, 2))),
            (.6, lambda: '(lambda %s: %s)(%s)' % (self.lambda_(d - 1) + (self.arguments(d - 1, 2),))),
            (.3, lambda: 'int(%s)' % self.str_(d - 1)), (.3, lambda: self.yield_(d) if 'gen' in self.kind else 'i'),
        ])()

    def key_(self, d):
        return self.one(self.int_, self.str_)(min(d, 0))

    def bool_(self, d=2):
        if d <= 0:
            return self.one('i', 's', 'l', 'True', 'False', 'not k')
        a = lambda: self.any_(d - 1)
        return self.pick([
            (3, lambda: '%s %s %s' % (self.int_(d - 1), self.rng.choice(COMPARE), self.int_(d - 1))),
            (1, lambda: '%s %s %s %s %s' % (self.int_(d - 1), self.rng.choice(COMPARE), self.int_(d - 1),
                                            self.rng.choice(COMPARE), self.int_(d - 1))),
            (1, lambda: '%s %s %s' % (a(), self.one('==', '!=', '==', 'is not'), a())),
            (1, lambda: '%s %s %s' % (a(), self.one('in', 'not in'), self.one(self.list_, self.list_, self.dict_, self.any_)(d - 1))),
            (1, lambda: '(not %s)' % a()), (1, lambda: '(%s %s %s)' % (a(), self.one('and', 'or'), a())),
            (.5, lambda: 'isinstance(%s, %s)' % (a(), self.one('int', 'str', '(list, dict)', *self.classes))),
            (.5, lambda: '%s(%s)' % (self.one('any', 'all'), self.list_(d - 1))), (.3, lambda: '%s < %s' % (a(), a())),
        ])()

    def str_(self, d=2):
        if d <= 0:
            return self.one('s', 't', "''", "'ab'", "'xyz'", "'a b'")
        s = lambda: self.wrong(d, lambda: self.str_(d - 1))
        return self.pick([
            (3, lambda: self.str_(0)), (2, lambda: 'cap(%s + %s)' % (s(), s())), (1, lambda: '(%s * %s)' % (s(), self.one('2', '0', '3'))),
            (1, lambda: '%s[%s]' % (s(), self.slice_(d - 1))), (2, lambda: self.fstring(d - 1)),
            (1, lambda: '%s.%s()' % (s(), self.one('upper', 'strip', 'title', 'swapcase'))),
            (.6, lambda: '%s.join(%s)' % (s(), self.list_(d - 1))), (.5, lambda: '%s.replace(%s, %s)' % (s(), s(), s())),
            (.7, lambda: "'%%s-%%r' %% (%s, %s)" % (self.int_(d - 1), s())), (.4, lambda: "'{} {x!r}'.format(%s, x=%s)" % (self.int_(d - 1), s())),
            (.5, lambda: 'str(%s)' % self.int_(d - 1)), (.4, lambda: 'type(%s).__name__' % self.any_(d - 1)),
        ])()

    def fstring(self, d):
        part = lambda: self.one("{%s}" % self.one('i', 'j', 's', 'i + 1', 'l[0]', 's.upper()', 'len(l)'), 'text', '{i!r:>4}', '{s!r}', '{i:{k}}', '{{}}', '{j:03}')
        return "f'%s'" % ''.join(part() for _ in range(self.rng.randint(1, 3)))

    def slice_(self, d):
        n = lambda: self.int_(min(d, 0)) if self.chance(.6) else ''
        return self.one(lambda: '%s:%s' % (n(), n()), lambda: '%s:%s:%s' % (n(), n(), self.one('2', '-1', '')))()

    def list_(self, d=2):
        if d <= 0:
            return self.one('l', 'm', '[]', '[1, 2, 3]', "['a', 'b']", '[3, 1, 2]')
        inner = lambda: self.wrong(d, lambda: self.list_(d - 1))
        return self.pick([
            (3, lambda: self.list_(0)), (2, lambda: '[%s]' % ', '.join(self.element(d - 1) for _ in range(self.rng.randint(0, 4)))),
            (1, lambda: 'cap(%s + %s)' % (inner(), inner())), (1, lambda: '%s[%s]' % (inner(), self.slice_(d - 1))),
            (2, lambda: self.comprehension(d - 1)), (.6, lambda: 'sorted(%s)' % inner()),
            (.6, lambda: 'list(%s)' % self.one(lambda: 'range(%s)' % self.rng.randint(0, 5), inner, lambda: self.str_(d - 1), lambda: 'map(str, %s)' % inner(),
                                               lambda: 'zip(%s, %s)' % (inner(), inner()), lambda: 'enumerate(%s)' % inner(), lambda: 'reversed(%s)' % inner(),
                                               lambda: 'filter(None, %s)' % inner(), lambda: 'd', lambda: 'd.items()')()),
            (.4, lambda: '%s.split()' % self.str_(d - 1)), (.5, lambda: '(%s,)' % self.element(d - 1)),
            (.7, lambda: 'list(zip(range(4), %s))' % self.generator_call(d - 1)),
            (.3, lambda: 'sorted(%s, key=%s)' % (inner(), self.one('str', 'repr', 'lambda q: %s' % self.int_(d - 1)))),
        ])()

    def element(self, d):
        return '*' + self.list_(min(d, 0)) if self.chance(.1) else self.any_(min(d, 1))

    def dict_(self, d=2):
        if d <= 0:
            return self.one('d', 'e', '{}', "{1: 2, 'a': 3}")
        return self.one(lambda: self.dict_(0), lambda: '{%s}' % ', '.join(
            '**' + self.dict_(0) if self.chance(.2) else '%s: %s' % (self.key_(0), self.any_(min(d - 1, 1))) for _ in range(self.rng.randint(0, 3))),
            lambda: '{q: %s for q in %s}' % (self.any_(0), self.list_(d - 1)), lambda: 'dict(%s)' % self.one('d', 'a=1', 'e, b=i', 'zip(l, m)'))()

    def comprehension(self, d):
        v, w = self.one('q', 'i', 'r'), self.one('r', 'j')
        loops = ' for %s in %s' % (v, self.list_(d))
        if self.chance(.4):
            loops += ' if ' + self.one('%s != 1' % v, 'str(%s)' % v, self.bool_(d))
        if self.chance(.2):
            loops += ' for %s in %s' % (w, self.one('[%s]' % v, '(1, 2)', self.list_(0)))
        body = self.one(v, '(%s, %s)' % (v, self.int_(0)), self.int_(d), 'lambda: %s' % v if self.chance(.1) else v, 'str(%s)' % v)
        text = self.pick([(5, lambda: '[%s%s]'), (1, lambda: 'sorted({str(%s)%s})'), (1, lambda: 'list((%s)%s for _q in [1])' if False else 'list(%s%s)'),
                          (.4, lambda: 'tuple(%s%s)')])()
        return text % ('(%s)' % body if 'lambda' in body else body, loops)

    def lambda_(self, d):
        return self.one('', 'a', 'a, b=%s' % self.int_(0), '*a', '**a', '*, a=1', 'a, *b, **c'), self.one('i', 'a', self.int_(d), self.any_(min(d, 1)), '(a, s)')

    def yield_(self, d):
        return '(yield %s)' % self.any_(min(d - 1, 1)) if self.chance(.8) else '(yield)'

    def object_(self):
        choices = self.objects + ['%s()' % c for c in self.classes]
        if 'method' in self.kind:
            choices += ['self'] * 3
        return self.rng.choice(choices) if choices else 's'

    def arguments(self, d, most=4):
        parts = []
        for _ in range(self.rng.randint(0, most)):
            parts.append(self.pick([(6, lambda: self.any_(min(d, 1))), (.6, lambda: '*' + self.list_(min(d, 1)))])())
        for _ in range(self.pick([(4, lambda: 0), (2, lambda: 1), (1, lambda: 2)])()):
            parts.append(self.pick([(4, lambda: '%s=%s' % (self.one('a', 'b', 'c', 'x'), self.any_(0))),
                                    (1, lambda: '**' + self.one("{'a': 1}", "{'c': i}", '{}', 'e', "{'x': s}"))])())
        names = [p.split('=')[0] for p in parts if '=' in p and p[0] in 'abcx' and p[1] == '=']
        if len(set(names)) != len(names):
            parts = [p for p in parts if not (len(p) > 1 and p[1] == '=')]
        first_star = next((n for n, p in enumerate(parts) if p.startswith('**')), len(parts))
        return ', '.join(p for n, p in enumerate(parts) if n <= first_star or p.startswith('**') or p[1:2] == '=')

    def call(self, d):
        if not self.functions:
            return 'abs(%s)' % self.int_(d)
        return 'cap(%s(%s))' % (self.rng.choice(self.functions), self.arguments(d))

    def generator_call(self, d):
        if not self.generators:
            return 'range(3)'
        return '%s(%s)' % (self.rng.choice(self.generators), self.arguments(d, 2))

    # ------------------------------------------------------------------------------------------------ statements

    def emit(self, indent, text):
        self.lines.append('    ' * indent + text)

    def block(self, n, depth, most=3):
        before = len(self.lines)
        for _ in range(self.rng.randint(1, most)):
            self.statement(n, depth)
        if len(self.lines) == before:
            self.emit(n, 'pass')

    def statement(self, n, depth):
        simple = [(5, self.assign), (2, self.augmented), (4, self.output), (.5, self.delete), (1.2, self.mutate), (.7, self.raise_),
                  (.3, lambda n: self.emit(n, 'assert %s, %s' % (self.bool_(1), self.any_(0)))), (.4, self.exec_), (.2, lambda n: self.emit(n, 'pass')),
                  (.3, self.attribute)]
        if self.loops:
            simple += [(1, lambda n: self.emit(n, 'break')), (.7, lambda n: self.emit(n, 'pass' if self.in_finally else 'continue'))]
        if self.kind not in ('module', 'class'):
            simple += [(.8, lambda n: self.emit(n, 'return' + (' ' + self.any_(1) if 'agen' not in self.kind else '')))]
        if 'gen' in self.kind:
            simple += [(4, self.yield_statement)]
        if self.kind in ('coro', 'agen'):
            simple += [(3, lambda n: self.emit(n, '%s = await Wait(%s)' % (self.one('i', 'j', 's'), self.any_(0)))),
                       (.7, lambda n: self.emit(n, 'out([q %s %s])' % ('async for q in ATimes(2)', self.one('', 'if q', 'if q != 1'))))]
        compound = [(3, self.if_), (3, self.for_), (1.5, self.while_), (4, self.try_), (2, self.with_)]
        if depth > 1 and self.kind != 'class':
            compound += [(1.2, self.nested_function), (.4, self.nested_class)]
        if depth <= 0 or self.chance(.5):
            self.pick(simple)(n)
        else:
            self.pick(compound)(n, depth - 1)

    def target(self):
        return self.one('i', 'j', 'k', 's', 't', 'l', 'm', 'd')

    def assign(self, n):
        value = {'i': self.int_, 'j': self.int_, 'k': self.int_, 's': self.str_, 't': self.str_, 'l': self.list_, 'm': self.list_}
        name = self.target()
        make = self.any_ if self.chance(.06) else value.get(name, self.dict_)
        self.emit(n, self.pick([
            (6, lambda: '%s = cap(%s)' % (name, make(2))), (3, lambda: '%s = %s' % (name, self.rng.choice([self.int_(2), self.str_(0), '[]', '{}']))),
            (1, lambda: 'i, j = %s, %s' % (self.int_(1), self.int_(1))), (.5, lambda: 'i, *l = %s' % self.list_(1)), (.5, lambda: '(i, j), k = (%s), %s' % (self.list_(1), self.int_(0))),
            (.4, lambda: 'i, *l, j = %s' % self.list_(1)), (.5, lambda: 'i = j = %s' % self.int_(1)), (.5, lambda: 'i, j = j, i'), (.3, lambda: 'i: int = %s' % self.int_(1)),
            (.3, lambda: '[i, j, k] = %s' % self.list_(1)), (.3, lambda: 'i, l[%s], k = %s, %s, %s' % (self.one('0', '-1', 'i'), self.int_(0), self.int_(0), self.int_(0))),
        ])())

    def augmented(self, n):
        self.emit(n, self.form('i += <int1>', 'j -= <int1>', 's += <str0>', 'l += %s' % self.one('[1]', '(i,)', self.str_(0)),
                              'k *= %s' % self.one('2', '-1', '0'), 'd[%s] = %s' % (self.key_(0), self.one('i', 's', '1')), 'l[%s] += 1' % self.one('0', '-1', 'i'),
                              'i //= <int0>', 'k |= <int0>', 'i %= <int0>'))
        if self.chance(.5):
            self.emit(n, 'i, s, l = cap(i), cap(s), cap(l)')

    def output(self, n):
        self.emit(n, 'out(%d, %s)' % (self.number(), ', '.join(self.pick([(6, lambda: self.any_(2)), (1, lambda: 'exc()'),
                                                               (.5, lambda: "sorted(q for q in locals() if q in 'ijkstlmd')")])() for _ in range(self.rng.randint(1, 3)))))

    def delete(self, n):
        self.emit(n, 'del ' + self.form('i', 'j', 's', 'l[0]', 'l[1:]', 'd[<key0>]', 'i, j', '%s.x' % self.object_(), 'm[:]'))

    def mutate(self, n):
        self.emit(n, self.form('l.append(scalar(<any1>))', 'm.insert(<int0>, scalar(<any0>))', 'l.pop(%s)' % self.one('', '0', 'i'),
                              'd[scalar(<any0>)] = scalar(<any1>)', 'l[<int0>] = scalar(<any1>)', 'l.sort()', 'l.reverse()', 'd.pop(<key0>)',
                              'd.update(<dict0>)', 'l[<slice1>] = <list0>', 'd.setdefault(<key0>, 1)', 'l.extend(<list0>)',
                              'm = l', 'l = list(m)', 'l.remove(<int0>)', 'l = cap(l)', 'm = cap(m)'))

    def attribute(self, n):
        obj = self.object_()
        if obj == 's':
            self.emit(n, 'out(s)')
        else:
            self.emit(n, self.one('%s.x = %s' % (obj, self.int_(1)), '%s.x += 1' % obj, 'out(%s.y)' % obj, "out(getattr(%s, 'w', None))" % obj, '%s.p = %s' % (obj, self.int_(0)),
                                  "out(hasattr(%s, 'x'))" % obj, "setattr(%s, 'z', %s)" % (obj, self.int_(0)), 'out(%s)' % self.one('%s + 1' % obj, '1 + %s' % obj, '%s[0]' % obj, '1 in %s' % obj,
                                  '%s == 1' % obj, '%s < %s' % (obj, obj), 'len(%s)' % obj, 'bool(%s)' % obj, 'repr(%s)[:6]' % obj, '[0, 1, 2][%s]' % obj, '%s(1)' % obj, 'list(zip(l, %s))' % obj, '-%s' % obj,
                                  '"%%s" %% %s == ""' % obj, '{%s: 1} == 1' % obj)))

    def raise_(self, n):
        error = self.one('E1', 'E2', 'E3', 'ValueError', 'KeyError')
        self.emit(n, self.pick([(4, lambda: 'raise %s(%d)' % (error, self.number())), (1, lambda: 'raise ' + error), (1, lambda: 'raise'),
                                (1, lambda: 'raise %s(%s) from %s' % (error, self.any_(0), self.one('None', 'E1()', 'ValueError', 'i'))), (.2, lambda: 'raise ' + self.any_(0))])())

    def exec_(self, n):
        code = self.one('i = i + 1\\nout(i)', 'out(s)', 'x = 1\\ndef f(): return x\\nout(f())', 'global i\\ni = 5', '[out(q) for q in l[:2]]', 'class X:\\n  i = i\\n  j = [i for q in [1]]\\nout(X.j)',
                        'out(sorted(q for q in locals() if q in "ijxs"))', 'del i', 'i: int = 3\\nout(__annotations__)', 'raise E2(3)', 'try:\\n  1/0\\nfinally:\\n  out(exc())')
        self.emit(n, self.one("exec('%s')" % code, "exec('%s', {'i': 1, 'out': out, 's': 's', 'l': [1], 'E2': E2, 'exc': exc})" % code,
                              "exec('%s', dict(globals()), {'i': 7})" % code, "out(eval('%s'))" % self.one('i', 'i + j', '[i for i in l]', 's * 2', 'q')))

    def yield_statement(self, n):
        choices = [(3, lambda: 'yield %s' % self.any_(1)), (2, lambda: '%s = yield %s' % (self.one('i', 's', 'l'), self.any_(1))), (.5, lambda: 'out((yield))')]
        if 'agen' not in self.kind:
            choices.append((1.5, lambda: '%syield from %s' % (self.one('', 'i = '), self.one(self.list_(1), self.generator_call(1)))))
        self.emit(n, self.pick(choices)())

    def if_(self, n, depth):
        self.emit(n, 'if %s:' % self.bool_(1))
        self.block(n + 1, depth, 2)
        if self.chance(.3):
            self.emit(n, 'elif %s:' % self.bool_(1))
            self.block(n + 1, depth, 2)
        if self.chance(.4):
            self.emit(n, 'else:')
            self.block(n + 1, depth, 2)

    def loop(self, n, depth, head, first='tick()'):
        self.emit(n, head)
        kept, self.in_finally = self.in_finally, 0
        self.loops += 1
        self.emit(n + 1, first)
        self.block(n + 1, depth)
        self.loops -= 1
        self.in_finally = kept
        if self.chance(.25):
            self.emit(n, 'else:')
            self.block(n + 1, depth, 2)

    def for_(self, n, depth):
        if self.kind in ('coro', 'agen') and self.chance(.4):
            source = self.one('ATimes(%s)' % self.one('2', '3', 'i'), *['%s()' % a for a in self.agens])
            return self.loop(n, depth, 'async for %s in %s:' % (self.one('i', 'j', 's'), source))
        target = self.one('i', 'j', 'q', 's', '(i, j)', 'k')
        source = self.one('range(%d)' % self.rng.randint(0, 4), self.list_(1), self.list_(0), self.str_(0), self.generator_call(1), 'list(d)', 'enumerate(l[:4])', 'zip(l, m)')
        self.loop(n, depth, 'for %s in %s:' % (target, source))

    def while_(self, n, depth):
        name = 'w%d' % self.number()
        self.emit(n, '%s = %d' % (name, self.rng.randint(0, 4)))
        head = 'while %s:' % self.one(name, '%s > 0' % name, '%s and %s' % (name, self.bool_(1)))
        self.loop(n, depth, head, 'tick(); %s -= 1' % name)

    def try_(self, n, depth):
        self.emit(n, 'try:')
        self.block(n + 1, depth)
        handlers = self.rng.randint(0, 2)
        for number in range(handlers):
            kind = self.rng.choice(ERRORS) if number < handlers - 1 or self.chance(.7) else ''
            name = ' as %s' % self.one('x', 'i', 'err') if kind and self.chance(.4) else ''
            self.emit(n, 'except%s%s:' % (' ' + kind if kind else '', name))
            self.in_except += 1
            if name and self.chance(.6):
                self.emit(n + 1, 'out(%d, %s, type(%s.__context__), type(%s.__cause__))' % ((self.number(),) + (name[4:],) * 3))
            self.block(n + 1, depth, 2)
            self.in_except -= 1
        if handlers and self.chance(.3):
            self.emit(n, 'else:')
            self.block(n + 1, depth, 2)
        if not handlers or self.chance(.35):
            self.emit(n, 'finally:')
            kept, self.in_finally = self.in_finally, 1
            self.emit(n + 1, 'out(%d, exc())' % self.number()) if self.chance(.5) else None
            self.block(n + 1, depth, 2)
            self.in_finally = kept

    def with_(self, n, depth):
        prefix = 'async ' if self.kind in ('coro', 'agen') and self.chance(.5) else ''
        item = lambda: 'CM(%d%s)%s' % (self.number(), self.one('', '', ', True', ", bad='exit'", ", bad='enter'", ', %s' % self.int_(0)), self.one('', ' as i', ' as (i, j)' if self.chance(.1) else ' as k'))
        self.emit(n, prefix + 'with %s:' % ', '.join(item() for _ in range(self.one(1, 1, 2))))
        self.block(n + 1, depth)

    # ------------------------------------------------------------------------------------------------ definitions

    def parameters(self):
        value = lambda: self.any_(0) if self.kind == 'module' else self.one('1', "'v'", '()')
        parts = [p for p in ('a', 'b') if self.chance(.5)]
        if self.chance(.4):
            parts.append('c=%s' % value())
        if self.chance(.3):
            parts.append('*x')
            if self.chance(.4):
                parts.append('y=%s' % value())
        elif self.chance(.1):
            parts.append('*')
            parts.append('y%s' % self.one('', '=2'))
        if self.chance(.25):
            parts.append('**z')
        return parts

    def body(self, n, kind, depth, parameters, size=4):
        """The body of a function: its variables first, most of the time."""
        kept = self.kind, self.loops, self.in_finally, self.in_except
        outer = self.kind
        self.kind, self.loops, self.in_finally, self.in_except = kind, 0, 0, 0
        if outer not in ('module', 'class') and self.chance(.4):
            self.emit(n, 'nonlocal %s' % ', '.join(self.rng.sample(['i', 'j', 's', 'l'], self.rng.randint(1, 2))))
        elif self.chance(.15):
            self.emit(n, 'global %s' % self.one('i', 'j', 's', 'l', 'i, s'))
        elif self.chance(.85):
            self.emit(n, "i, j, k, s, t, l, m, d, e = 1, 2, 3, 'st', 't', [1, 2], [], {1: 1}, {'a': 2}")
        self.emit(n, 'tick()')
        if parameters:
            self.emit(n, 'out(%d, %s)' % (self.number(), ', '.join(p.split('=')[0].strip('*') or "'*'" for p in parameters)))
        self.block(n, depth, size)
        if kind == 'gen' or kind == 'agen':
            self.emit(n, 'yield %s' % self.any_(0))
        if kind not in ('agen',) and self.chance(.6):
            self.emit(n, 'return %s' % self.any_(1))
        self.kind, self.loops, self.in_finally, self.in_except = kept

    def nested_function(self, n, depth):
        name = 'f%d' % self.number()
        gen = self.chance(.25)
        parameters = self.parameters()
        self.emit(n, 'def %s(%s):' % (name, ', '.join(parameters)))
        kind = 'gen' if gen else 'function'
        kept = self.kind
        if kept == 'class':
            kind = kind + ' method'
        lists = list(self.functions), list(self.generators)
        self.body(n + 1, kind, min(depth, 1), parameters, 3)
        self.functions, self.generators = lists
        if self.chance(.8):
            self.emit(n, 'out(%s)' % ('list(zip(range(4), %s(%s)))' if gen else '%s(%s)') % (name, self.arguments(1, 3)))
        else:
            self.emit(n, '%s = %s' % (self.one('i', 's'), name))

    def nested_class(self, n, depth):
        self.class_('K%d' % self.number(), n, small=True)

    def function(self, kind):
        name = {'function': 'f', 'gen': 'g', 'coro': 'co', 'agen': 'ag'}[kind] + str(self.number())
        if self.chance(.1):
            self.emit(0, '@%s' % self.one('lambda f: (out(f.__name__), f)[1]', *([] if kind != 'function' else ['lambda f: lambda *a, **k: f(*a, **k)'])))
        parameters = self.parameters() if kind in ('function', 'gen') else []
        self.emit(0, '%sdef %s(%s):' % ('async ' if kind in ('coro', 'agen') else '', name, ', '.join(parameters)))
        self.body(1, kind, 2, parameters)
        {'function': self.functions, 'gen': self.generators, 'coro': self.coroutines, 'agen': self.agens}[kind].append(name)

    def class_(self, name, n=0, small=False):
        bases = self.rng.sample(self.classes, min(len(self.classes), self.one(0, 1, 1, 2)))
        extra = self.one('', '', '', 'object', 'list', 'dict', 'int', 'Exception', 'str') if not bases or self.chance(.1) else ''
        names = bases + ([extra] if extra else [])
        if self.metas and self.chance(.15):
            names.append('metaclass=%s' % self.rng.choice(self.metas))
        self.emit(n, 'class %s%s:' % (name, '(%s)' % ', '.join(names) if names else ''))
        kept, loops, self.kind, self.loops = self.kind, self.loops, 'class', 0
        if self.chance(.12):
            self.emit(n + 1, '__slots__ = %s' % self.one("('x', 'y')", "'x'", '()', "['z', '__dict__']"))
        for _ in range(self.rng.randint(1, 3 if small else 7)):
            self.member(n + 1)
        self.kind, self.loops = kept, loops

    def member(self, n):
        before = len(self.lines)
        self.member_(n)
        if len(self.lines) == before:
            self.emit(n, 'pass')

    def member_(self, n):
        make = self.pick([(2, 'value'), (2, 'method'), (2, 'dunder'), (1, 'init'), (1, 'property'), (.6, 'class'), (.6, 'static'), (.5, 'statement'), (.3, 'closure'),
                          (.3, 'descriptor'), (.3, 'hook')])
        if make == 'value':
            self.emit(n, '%s = %s' % (self.one('x', 'y', 'z', 'i', 's'), self.one(self.int_(1), self.str_(0), '[q for q in [1, 2]]', '[i for i in l[:2]]')))
        elif make == 'statement':
            self.statement(n, 1)
        elif make == 'closure':
            self.emit(n, '%s = lambda self, *a: %s' % (self.one('m', 'n'), self.one('i', 'self', '__class__', 'a', 'super().m(*a)')))
        elif make == 'descriptor':
            self.emit(n, '%s = Descriptor%s(%d)' % (self.one('p', 'w', 'x'), self.one('', 'Get'), self.number()))
        elif make == 'hook':
            self.emit(n, self.one('def __init_subclass__(cls, **k): out(cls.__name__, k); super().__init_subclass__(**k)',
                                  'def __set_name__(self, o, name): out(o.__name__, name)', 'def __new__(cls, *a, **k): out(cls.__name__); return super().__new__(cls)',
                                  '__hash__ = None', '__call__ = 5', '__iter__ = None', '__contains__ = None', '__eq__ = lambda self, o: %s' % self.bool_(0)))
        else:
            self.method(n, make)

    def method(self, n, make):
        name, parameters = self.one('m', 'n'), self.parameters()
        if make == 'dunder':
            name, parameters = self.rng.choice(DUNDERS), self.one(['a'], ['a'], ['a'], [], ['*a'])
            if name in ('__len__', '__bool__', '__iter__', '__repr__', '__str__', '__hash__', '__index__', '__int__', '__neg__', '__pos__', '__reversed__', '__enter__', '__dir__', '__del__'):
                parameters = []
            elif name in ('__setitem__', '__setattr__'):
                parameters = ['a', 'b']
        elif make == 'init':
            name = '__init__'
        elif make == 'property':
            name, parameters = self.one('p', 'x'), []
            self.emit(n, '@property')
        elif make in ('class', 'static'):
            name = {'class': 'cm', 'static': 'sm'}[make]
            self.emit(n, '@%smethod' % make)
        first = [] if make == 'static' else ['self']
        self.emit(n, 'def %s(%s):' % (name, ', '.join(first + parameters)))
        kept = self.kind, self.loops, self.in_finally, self.in_except
        self.kind, self.loops, self.in_finally, self.in_except = 'method' if first else 'function', 0, 0, 0
        self.emit(n + 1, 'tick()')
        if name in ('__getattribute__', '__setattr__', '__delattr__') and self.chance(.8):
            self.emit(n + 1, 'if a in %s: return super().%s(a%s)' % (self.one("'xyz'", "('__class__', '__dict__')"), name, ', b' if name == '__setattr__' else ''))
        if self.chance(.5):
            self.emit(n + 1, 'out(%d, %s)' % (self.number(), self.one("'%s'" % name, *[p.split('=')[0].strip('*') or '1' for p in parameters])))
        if self.chance(.3):
            self.emit(n + 1, "i, j, k, s, t, l, m, d, e = 1, 2, 3, 'st', 't', [1, 2], [], {1: 1}, {'a': 2}")
        if first and self.chance(.3):
            self.emit(n + 1, 'self.%s = %s' % (self.one('x', 'y', 'w'), self.int_(1)))
        if self.chance(.35):
            self.statement(n + 1, 1)
        if first and self.chance(.25):
            self.emit(n + 1, 'out(super().%s)' % self.one('%s(%s)' % (name, ', '.join('*' + p[1:] if p.startswith('*') and len(p) > 1 and p[1] != '*' else '**' + p[2:] if p.startswith('**') else
                                                                      p.split('=')[0] for p in parameters if p != '*' and not p.startswith('y'))), 'x', 'm()', '__init__()'))
        if name == '__iter__':
            self.emit(n + 1, self.one('return iter(%s)' % self.list_(0), 'yield from %s' % self.list_(0), 'return self'))
        elif name == '__init__':
            self.emit(n + 1, self.one('pass', 'return None', 'return', 'return 1' if self.chance(.2) else 'pass'))
        else:
            sane = {'__len__': '2', '__bool__': 'False', '__repr__': "'rp'", '__str__': "'st'", '__hash__': '5', '__index__': '1', '__int__': '3', '__format__': "'fm'", '__dir__': "['q']"}
            self.emit(n + 1, 'return %s' % (sane[name] if name in sane and self.chance(.8) else self.one('NotImplemented', self.any_(1)) if make == 'dunder' else self.any_(1)))
        self.kind, self.loops, self.in_finally, self.in_except = kept

    # ------------------------------------------------------------------------------------------------ the module

    def module(self):
        self.metas = []
        self.emit(0, "i, j, k, s, t, l, m, d, e = 0, 1, 2, 'gs', 'gt', [5, 6], ['g'], {'g': 1}, {}")
        self.emit(0, 'class Descriptor:\n    def __init__(self, n): self.n = n\n    def __get__(self, o, t): return (self.n, o is None, t.__name__)\n'
                     "    def __set__(self, o, v): out('set', self.n, v)\n    def __delete__(self, o): out('delete', self.n)\n"
                     "class DescriptorGet:\n    def __init__(self, n): self.n = n\n    def __get__(self, o, t=None): return ('get', self.n, o is None)")
        if self.chance(.2):
            self.metas.append('Meta')
            self.emit(0, 'class Meta(type):\n    def __new__(mcs, name, bases, ns, **k):\n        out(name, sorted(q for q in ns if q in "xyzmnp"))\n        return super().__new__(mcs, name, bases, ns)')
            self.emit(1, self.one('def __call__(cls, *a): out("call", cls.__name__); return super().__call__(*a)', 'def __getattr__(cls, n): return n',
                                  '@classmethod\n    def __prepare__(mcs, name, bases, **k): return {"i": 9, "z": name}', 'def __instancecheck__(cls, o): return o == 1', 'def __len__(cls): return 3', 'x = 8'))
        for _ in range(self.rng.randint(2, 4)):
            kind = self.pick([(5, 'function'), (4, 'gen'), (3, 'class'), (1, 'coro'), (.7, 'agen')])
            if kind == 'class':
                name = 'C%d' % self.number()
                self.class_(name)
                self.classes.append(name)
            else:
                self.function(kind)
            if self.chance(.3):
                self.guarded(lambda: self.statement(1, 2))
        for _ in range(self.rng.randint(3, 6)):
            self.use()

    def guarded(self, make):
        self.emit(0, 'try:')
        self.emit(1, 'tick()')
        make()
        self.emit(0, 'except Exception as x:')
        self.emit(1, "out('caught', x, str(x))")

    def use(self):
        table = [(2, lambda: self.statement(1, 2))]
        if self.functions:
            table.append((4, lambda: self.emit(1, 'out(%s(%s))' % (self.rng.choice(self.functions), self.arguments(1)))))
        if self.generators:
            table.append((4, lambda: self.emit(1, 'run_gen(%s, [%s])' % (self.generator_call(1), ', '.join(
                self.one("('next', 0)", "('next', 0)", "('send', %s)" % self.any_(0), "('throw', %s)" % self.one('E1', 'E2(5)', 'ValueError', 'StopIteration', 'GeneratorExit'), "('close', 0)",
                         "('list', 0)", "('info', 0)", "('throw2', KeyError)") for _ in range(self.rng.randint(1, 5)))))))
        if self.classes:
            table.append((5, self.use_class))
        if self.coroutines:
            table.append((2, lambda: self.emit(1, 'out(drive(%s()))' % self.rng.choice(self.coroutines))))
        if self.agens:
            table.append((2, lambda: self.emit(1, 'async def ma():\n        out([q async for q in %s()])\n    out(drive(ma()))' % self.rng.choice(self.agens))))
        self.guarded(self.pick(table))

    def use_class(self):
        name = 'o%d' % self.number()
        self.emit(1, '%s = %s(%s)' % (name, self.rng.choice(self.classes), self.arguments(1, 2) if self.chance(.5) else ''))
        kept = self.objects
        self.objects = [name]
        for _ in range(self.rng.randint(1, 4)):
            self.emit(1, 'try:')
            self.one(self.attribute, self.attribute, self.output)(2)
            self.emit(1, 'except Exception as x: out(x, str(x))')
        self.objects = kept

    def text(self):
        self.module()
        return '\n'.join(self.lines) + '\n'


def write_program(seed):
    return Program(seed).text()
