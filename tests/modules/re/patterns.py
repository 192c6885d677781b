# Pattern objects: arguments, attributes, repr, ==, hash, copies, and what sub, split, findall and scanners do.
import copy
import re
import warnings
import weakref


def show(f):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            print(f(), *['%s: %s' % (w.category.__name__, w.message) for w in caught])
        except Exception as e:
            print(type(e).__name__, e, *['%s: %s' % (w.category.__name__, w.message) for w in caught])


p = re.compile('(a)(?P<x>b)?')
for f in [lambda: p.flags, lambda: p.groups, lambda: p.groupindex, lambda: type(p.groupindex).__name__, lambda: p.pattern,
          lambda: p.match(), lambda: p.match(pattern='a'), lambda: p.match('a', pattern='b'), lambda: p.match(5), lambda: p.match(b'a'),
          lambda: re.compile(b'a').match('a'), lambda: p.match('a', 'b'), lambda: p.match('a', 2 ** 80), lambda: p.match('ab', -5),
          lambda: p.match('ab', 0, -5), lambda: p.match(string='ab', pos=0, endpos=1), lambda: p.fullmatch('abc', endpos=2),
          lambda: p.search('xxab', 1).span(), lambda: p.findall(), lambda: p.findall(source='ab'), lambda: p.findall('abaab'),
          lambda: p.findall('abaab', 1, 4), lambda: p.split(source='ab'), lambda: p.split('xabyaz'), lambda: p.split('xabyaz', 1),
          lambda: p.split('xabyaz', maxsplit=-1), lambda: p.sub('x'), lambda: p.sub(), lambda: p.sub('x', 'ab', count=1),
          lambda: p.sub('x', 'abab', 1), lambda: p.sub('x', 'ab', -1), lambda: p.subn('x', 'abaxb'), lambda: p.sub(lambda m: m.group()[::-1], 'xabab'),
          lambda: p.sub(lambda m: 5, 'xxab'), lambda: p.sub(lambda m: None, 'xxab'), lambda: p.sub(5, 'ab'), lambda: p.sub(b'x', 'ab'),
          lambda: p.sub(r'[\1\2]', 'aab'), lambda: p.sub(r'\g<x>\n', 'aab'), lambda: p.sub(r'\3', 'ab'), lambda: p.sub('x', 5),
          lambda: re.compile(b'a').sub(bytearray(b'x'), b'aa'), lambda: re.compile(b'a').sub(b'x', bytearray(b'bab')),
          lambda: re.compile(b'a').sub('x', b'a'), lambda: re.compile(b'(a)').sub(rb'<\1>', b'bab'), lambda: re.compile(b'a').findall(memoryview(b'bab')),
          lambda: re.compile(b'a').split(memoryview(b'bab')), lambda: re.compile(b'a').findall(memoryview(b'abcd')[::2]),
          lambda: re.sub('x*', '-', 'abxd'), lambda: re.sub('', '-', 'abc'), lambda: re.sub('a*?', '-', 'aab'), lambda: re.subn('b*', 'X', 'abbc'),
          lambda: re.sub('(?=b)', '-', 'abb'), lambda: re.split('x*', 'axbc'), lambda: re.split('$', 'abc'), lambda: re.split('(x)|(b)', 'axbc'),
          lambda: re.split(r'\W+', 'one, two;three'), lambda: re.split(r'(\W+)', 'one, two;three', 1), lambda: re.split('', 'abc'),
          lambda: re.split('(?=a)', 'bab'), lambda: re.findall('(a)|b', 'ab'), lambda: re.findall('(a)(b)?', 'aab'), lambda: re.findall('', 'ab'),
          lambda: [m.span() for m in re.finditer('a*?', 'aa')], lambda: [m.span() for m in p.finditer('xabxa', 2)],
          lambda: p.finditer(), lambda: p.scanner(), lambda: type(p.finditer('a')).__name__, lambda: p.scanner('a').pattern is p,
          lambda: copy.copy(p), lambda: copy.deepcopy(p), lambda: p.__reduce__(), lambda: type(p)(), lambda: type('X', (type(p),), {}),
          lambda: setattr(p, 'flags', 1), lambda: setattr(p, 'foo', 1), lambda: p == re.compile('(a)(?P<x>b)?'), lambda: p == 5, lambda: p != p,
          lambda: p < p, lambda: hash(p) == hash(sre(p)), lambda: re.compile('a') == re.compile('a', re.U), lambda: re.compile('a') == re.compile(b'a'),
          lambda: re.compile('a') == re.compile('a', re.I), lambda: weakref.ref(p)() is p, lambda: weakref.ref(p.match('a')),
          lambda: p, lambda: re.compile('a', re.I | re.M | re.S | re.X | re.A), lambda: re.compile(b'a', re.L), lambda: re.compile('a' * 300),
          lambda: re.compile("'\"\n"), lambda: re.compile('a', re.T), lambda: re.compile('(?i)a')]:
    show(f)


def sre(p):
    return re.compile(p.pattern)


print(hash(p) == hash(sre(p)))
for pattern in ('a', 'a*', '(?P<x>a)|b', ''):
    for name in ('match', 'search'):
        scanner = re.compile(pattern).scanner('aab')
        found = [getattr(scanner, name)() for _ in range(6)]
        print(pattern, name, [m and m.span() for m in found])
scanner = re.compile('a|(b)').scanner('xabab', 1, 4)
print(scanner.match().regs, scanner.search().regs, scanner.match(), scanner.match(), scanner.search())
