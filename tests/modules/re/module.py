# Functions, flags, cache, escape, error and Scanner of module re.
import re
import sre_constants
import sre_parse
import warnings

warnings.simplefilter('ignore')


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, e)


for f in [lambda: re.I, lambda: re.I | re.M, lambda: str(re.I | re.S), lambda: list(re.RegexFlag), lambda: re.RegexFlag(0), lambda: re.RegexFlag(512),
          lambda: re.A | 0, lambda: re.T, lambda: int(re.X), lambda: re.__all__, lambda: re.__version__, lambda: re.escape('a b_c.\0\xe9-Z9~'),
          lambda: re.escape(b'a b_c.\0\xe9'), lambda: re.escape(''), lambda: re.escape(5), lambda: re.template('a.'), lambda: re.template('a*'),
          lambda: re.compile(re.compile('a')) is re.compile('a'), lambda: re.compile(re.compile('a'), re.I), lambda: re.compile(5), lambda: re.compile(None),
          lambda: re.compile([]), lambda: re.match(re.compile('a'), 'a').group(), lambda: re.compile('a', re.L), lambda: re.compile(b'a', re.U),
          lambda: re.compile('a', re.A | re.U), lambda: re.compile(b'a', re.A | re.L), lambda: re.purge(), lambda: re.compile('a') is re.compile('a'),
          lambda: re.compile('a', 2) is re.compile('a', re.I), lambda: re.compile('a', re.DEBUG).flags,
          lambda: re.fullmatch('a|ab', 'ab').group(), lambda: re.search('b', 'abc').span(), lambda: re.sub('b', 'x', 'abb', 1), lambda: re.sub('B', 'x', 'abb', flags=re.I),
          lambda: re.split('b', 'abcbd', 1), lambda: re.findall('B', 'abb', re.I), lambda: [m.group() for m in re.finditer('.', 'ab')],
          lambda: re.subn('a', 'b', 'aa'), lambda: type(re.compile('')) is re._pattern_type]:
    show(f)
for args in [('m',), ('m', 'abc', 1), ('m', b'a\nbc', 3), ('m', 'a\nbc', None), ('m', None, 3)]:
    e = re.error(*args)
    print(e.msg, e.pattern, e.pos, e.lineno, e.colno, e.args, str(e))
print(re.error is sre_constants.error, re.error.__module__, re.error.__name__, issubclass(re.error, Exception))
scanner = re.Scanner([(r'[a-z_]\w*', lambda s, t: ('name', t, s.match.span())), (r'\d+\.\d*', lambda s, t: float(t)), (r'\d+', lambda s, t: int(t)),
                      (r'=|\+|-', 'operator'), (r'\s+', None)])
print(scanner.scan('sum = 3*foo + 312.50+bar'))
print(scanner.scan('sum = 3 + 12. - x'))
print(re.Scanner([('A', lambda s, t: t)], re.I).scan('aAb'))
tree = sre_parse.parse('(?P<x>a)b*')
print(tree, len(tree), tree[0], tree[0:1], tree.getwidth(), tree.pattern.groups, tree.pattern.groupdict, tree.pattern.flags)
print(repr(sre_constants.ANY), str(sre_constants.MAXREPEAT), sre_constants.OPCODES[19], sre_constants.AT_UNICODE, int(sre_constants.RANGE_IGNORE))
re.compile(r'(?P<n>a|bc)*[^\d\sx-z]+?(?:(?i:x)|^$)(?(1)a|b)(?(n)q)(?=a)(?!b)(?<=c)(?<!d)\1\b[^q]..{2,3}a{4}b{5,}', re.DEBUG)
re.compile('', re.DEBUG)
re.compile(r'(?x) a # comment', re.DEBUG)
warnings.simplefilter('error')
for pattern in ['a(?i)b', ' (?i)a', '(?:(?i)a)', 'a|(?i)b', '(?i)a', '(?x) (?i)a', '(?#c)(?i)a', 'a' * 30 + '(?i)']:
    try:
        print(re.compile(pattern).flags)
    except DeprecationWarning as e:
        print(e)
