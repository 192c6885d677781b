# string, textwrap, pprint, fractions, numbers, getopt, codeop: a walk through each.
import string, textwrap, pprint, fractions, numbers, getopt, codeop, collections
from fractions import Fraction as F


def attempt(call, *args, **kwargs):
    try:
        return call(*args, **kwargs)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


T = string.Template
print(T('$a ${b}c $$ $a').substitute(a=1, b='x'), T('$a $b').safe_substitute({'a': 5}), attempt(T('$a').substitute))
print(attempt(T('x\n  $ y').substitute), attempt(T('${a').substitute, a=1), attempt(T('$a').substitute, {}, 5), T('${a} $').safe_substitute(a=1))


class Percent(T):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'


print(Percent('%% $with_replace %with_replace %notunderscored').safe_substitute(with_replace='x'))
fmt = string.Formatter()
print(fmt.format('{0} {1!r:>5} {x.real} {y[k]}', 1, 'a', x=2j, y={'k': 3}), fmt.format('{} {}', 1, 2), attempt(fmt.format, '{} {0}', 1))
print(attempt(fmt.format, '{a}'), attempt(fmt.format, '{!x}', 1), attempt(fmt.format), fmt.format('{:{}}', 'a', 5) + '|', attempt(fmt.format, '{0:{0:{0:{0}}}}', 1))
print(string.capwords('  hello wOrld-x  y '), string.capwords('a,b c', ','), len(string.printable))
text = 'The quick-brown fox -- really? -- jumped over  the lazy dog. It was a supercalifragilistic sight! "Yes."  Indeed.\tTabs\nand lines'
for width in (10, 20, 40):
    print(textwrap.wrap(text, width), textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))
print(textwrap.fill(text, 30, initial_indent='* ', subsequent_indent='  ', fix_sentence_endings=True))
print(textwrap.wrap(text, 20, max_lines=2), textwrap.shorten(text, 25), textwrap.shorten(text, 25, placeholder='...'), attempt(textwrap.wrap, text, 0), attempt(textwrap.shorten, text, 3))
print(textwrap.wrap(text, 25, drop_whitespace=False, expand_tabs=False, replace_whitespace=False))
print(repr(textwrap.dedent('\n   a\n     b\n \n   c\n')), repr(textwrap.dedent('\ta\n  b')), repr(textwrap.indent('a\n\n b\n', '> ')), repr(textwrap.indent('a\n\nb', '-', lambda line: True)))
data = {'key%d' % i: list(range(i * 3)) for i in range(5)}
data['text'] = 'word ' * 30
data['bytes'] = b'0123456789' * 10
data['nested'] = {'tuple': (1,), 'set': {3, 1, 2}, 'frozen': frozenset('a'), 'empty': [[], {}, (), set()], 1: 2}
pprint.pprint(data, width=60)
pprint.pprint(data, width=60, indent=4, compact=True, depth=2)
loop = [1]
loop.append(loop)
print(pprint.saferepr(loop).split('id=')[0], pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1, 'a', None]))
pprint.pprint([collections.OrderedDict((('b', 1), ('a', [2] * 20))), collections.Counter('hello world ' * 3), collections.deque(range(30), 40), collections.defaultdict(list, {'z': list(range(20)), 'y': 2}), collections.ChainMap({'a': 1}, {'b' * 40: 2})], width=50)
print(F(3, -6), F('1.25e-2'), F(' -7/3 '), F(0.5), F(3, 4) + 1, 1 - F(1, 3), F(2, 3) ** -2, F(1, 2) ** 0.5, F(1, 2) * 1j, F(7, 3) // 2, F(7, 3) % 1, divmod(F(7, 2), F(2, 3)))
print(repr(F(1, 3)), hash(F(1, 2)) == hash(0.5), F(1, 2) == 0.5, F(1, 3) < 0.34, F(5, 2).__round__(), round(F(7, 2)), round(F(22, 7), 2), int(F(-7, 2)), F(3.14159).limit_denominator(100), bool(F(0)))
print(attempt(F, 1, 0), attempt(F, 'x'), attempt(F, 1.5, 2), attempt(F, None), attempt(lambda: F(1) < 'a'), attempt(lambda: F(1) + 'a'), abs(F(-1, 2)), -F(1, 2), F(F(1, 2), F(3, 4)))
print(isinstance(5, numbers.Integral), isinstance(2.5, numbers.Rational), isinstance(F(1), numbers.Rational), isinstance(1j, numbers.Complex), issubclass(bool, numbers.Number), attempt(numbers.Real))
print(getopt.getopt(['-a', '-bx', '--lon=3', '--flag', 'rest', '-c'], 'ab:', ['long=', 'flag']), getopt.gnu_getopt(['x', '-a', 'y', '--', '-b'], 'ab'))
print(attempt(getopt.getopt, ['-x'], 'a'), attempt(getopt.getopt, ['-b'], 'b:'), attempt(getopt.getopt, ['--l'], '', ['la', 'lb']), attempt(getopt.getopt, ['--flag=1'], '', ['flag']), attempt(getopt.getopt, ['--x'], '', []))
for source in ('x = 1', 'if 1:', 'if 1:\n  x', 'if 1:\n  x\n', 'x = (', 'x = )', '', '# c', "'''a", "'a", 'a = 1\\', 'def f():\n  pass\n'):
    print(repr(source), type(attempt(codeop.compile_command, source)).__name__, attempt(codeop.compile_command, source, symbol='eval') is None)
