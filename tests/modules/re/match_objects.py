# Match objects: groups by number and name, positions, attributes, repr, errors.
import re
import warnings

warnings.simplefilter('ignore')


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Index:
    def __index__(self):
        return 1


class Unhashable:
    def __hash__(self):
        raise ZeroDivisionError


p = re.compile('(a)(?P<x>b)?(c)?')
m = p.match('abd')
for f in [lambda: m.group(), lambda: m.group(0), lambda: m.group(1), lambda: m.group('x'), lambda: m.group(3), lambda: m.group(1, 'x', 3),
          lambda: m.group(4), lambda: m.group(-1), lambda: m.group('y'), lambda: m.group(2 ** 70), lambda: m.group(True), lambda: m.group(None),
          lambda: m.group([]), lambda: m.group(1.0), lambda: m.group(Index()), lambda: m[0], lambda: m['x'], lambda: m[Index()], lambda: m[4],
          lambda: m[Unhashable()], lambda: m.groups(), lambda: m.groups('-'), lambda: m.groups(default=0), lambda: m.groupdict(),
          lambda: m.groupdict(default='-'), lambda: m.start(), lambda: m.end(), lambda: m.span(), lambda: m.start('x'), lambda: m.end(3),
          lambda: m.span(3), lambda: m.span('x'), lambda: m.start(9), lambda: m.regs, lambda: m.string, lambda: m.re is p, lambda: m.pos,
          lambda: m.endpos, lambda: m.lastindex, lambda: m.lastgroup, lambda: repr(m), lambda: bool(m), lambda: len(m), lambda: iter(m),
          lambda: m == m, lambda: m != p.match('abd'), lambda: hash(m) == hash(m), lambda: m.expand(r'<\1-\g<x>-\g<0>>'), lambda: m.expand(r'\3|'),
          lambda: m.expand(r'\4'), lambda: m.expand(5), lambda: m.__copy__(), lambda: m.__deepcopy__({}), lambda: type(m)(),
          lambda: setattr(m, 'pos', 1), lambda: setattr(m, 'foo', 1), lambda: type(m).__name__, lambda: type(m).__module__]:
    show(f)
for pattern, text in [('(a)(b)?', 'a'), ('(a)|(b)', 'b'), ('((a)(b))', 'ab'), ('(?P<o>(?P<i>a))', 'a'), ('a', 'a'), ('(a)(b)', 'ab'), ('(?:(a)|b)*', 'ab')]:
    m = re.match(pattern, text)
    print(m.lastindex, m.lastgroup, m.groups())
print(repr(re.match('.*', 'x' * 100)))
print(repr(re.match(b'.*', b'\xff\'"')))
print(p.match('xab', 1).regs, p.match('xab', 1).pos, p.search('xab', -5, 99).endpos, p.match('ab', 0, 1), p.match('ab', 2))
print(p.match('ab', 5, 1), re.compile('').match('abc', 2, 1))


class Text(str):
    pass


text = Text('abc')
m = re.match('abc', text)
print(type(m.group()), type(m.string), type(re.sub('x', 'y', text)), type(re.split('x', text)[0]), m.string is text)
view = memoryview(b'xabc')
m = re.compile(b'a(b)').search(view)
print(m.group(), m.group(1), m.groups(), m.string is view)
data = bytearray(b'xab')
m = re.compile(b'a(b)').search(data)
data += b'more'
print(m.group(1), m.regs)
