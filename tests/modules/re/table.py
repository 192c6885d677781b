# Patterns on texts: spans of the groups, lastindex, findall, split, sub. Every pattern meets every text of its row.
import re
import warnings

warnings.simplefilter('ignore')

ROWS = [
    # literals, any, anchors
    (['a', 'ab', 'abc', 'a.c', 'a..', '.', '^a', 'a$', '^a$', '^', '$', '', 'a|b', 'ab|cd', 'a|ab', 'ab|a', '|a', 'a|', r'\Aab', r'bc\Z',
      r'\ba', r'a\b', r'\Ba', r'a\B', r'\b', r'\B', 'x'],
     ['', 'a', 'abc', 'xabc', 'abcabc', 'a\nc', 'a\n', 'ab ab']),
    # repetitions
    (['a*', 'a+', 'a?', 'a*?', 'a+?', 'a??', 'a{2}', 'a{2,}', 'a{,2}', 'a{1,2}', 'a{1,2}?', 'a{2,}?', 'a{0}', '(a*)*', '(a+)+', '(a?)*', '(a*)+',
      '(a*?)*?', '(?:a|b)*', '(?:ab)+', '(ab)*', '(ab)*?$', '(a|ab)(c|bcd)(d*)', '(a+|b)*', '(a+|b)+', '(a+|b)?', '(a|b)*ab', 'a*ab', '.*b',
      '.*?b', '.+b', '(.*)(.*)', '(.*?)(.*)', 'a{3}b{2}', '(?:a{2}){2}', '(?:){3}', '(){2,}', '(?:a?){5}a{5}'],
     ['', 'a', 'aa', 'aaaaa', 'ab', 'abab', 'aaab', 'baab', 'abcd', 'aaabb']),
    # groups and references
    (['(a)', '(a)(b)', '((a)b)', '(a(b)?)', '(a)|(b)', '(a)|b', '(?:a)(b)', r'(a)\1', r'(a|b)\1', r'(a)?\1', r'(.)(.)\2\1', r'(a*)\1', r'(a*)b\1',
      r'(?P<x>a)(?P=x)', r'(a)(?(1)b|c)', r'(a)?(?(1)b|c)', r'(a)?b(?(1)c)', r'(?:(a)|(b)|c)*', r'(?:(a)|b)*', r'((a)|b)*', r'(a(b)|c)*',
      r'(?:(a)(b)?)*', r'(a)|(b)|(c)', r'()|a', r'(a)()', r'(?P<one>a)(?P<two>b)?', r'((?:a|b)+?)\1', r'(?:(\w)\1)+', r'(\w+)\W+\1'],
     ['', 'a', 'b', 'aa', 'ab', 'abc', 'abba', 'cab', 'aabb', 'abab', 'aab aab']),
    # lookaround
    (['a(?=b)', 'a(?!b)', '(?<=a)b', '(?<!a)b', '(?=a)', '(?!a)', '(?=(a))', '(?!(a))', '(?=(a))ab', '(?<=(a))b', '(?<=ab)c', '(?<!ab)c', '(?=.*c)a',
      '(?!.*c)a', '(?=a)(?=ab)', '(?=(?!b)a)', '(?<=a)(?=b)', '(?=(a)|(b))', '(?!(a)b)a?', '(?!(..)c)..', '(?:(?=(a))a)*', r'(?<=\b)a',
      '(?<=a|b)c', '(?<!a|b)c', '(?<=(?=b)b)', '(?!(a)b)c'],
     ['', 'a', 'b', 'ab', 'abc', 'aab', 'bca', 'ac', 'abcab']),
    # sets and classes
    (['[abc]', '[^abc]', '[a-c]', '[^a-c]', '[a-]', '[]a]', '[^]a]', r'[\]a]', r'[a\-c]', '[.]', '[$^]', r'\d', r'\D', r'\s', r'\S', r'\w', r'\W',
      r'[\d]', r'[^\d]', r'[\w.]', r'[^\w]', r'[\s\d]', r'[\S\s]', r'[\D\d]+', r'\d+\.\d*', r'[a-z]+', r'[A-Za-z_]\w*', r'[^\n]+', r'[\t\n ]', r'[a-cx-z]',
      '[a-zA-Z0-9!-/]', r'\.', r'\[', r'[\\]', r'\x61', r'\141', r'[\x61-\x63]', r'\u0061', '[\u0400-\u04ff]+', '[^\u0400-\u04ff]+', '[\U0001F600-\U0001F64F]'],
     ['', 'abc', 'a-c]', '3.14', 'a_1 b', '\t x\n', '[$^.]\\', 'Zz9', '\u041f\u0440 a', '\U0001F600!', '\xe9\xa0\u0660']),
]
FLAG_ROWS = [
    (re.I, ['abc', 'ABC', '[a-c]+', '[^a]', 'k', '\u212a', 's', '\u017f', '\xdf', '\u1e9e', '\u03c3', '\u03c2', '\u03a3', '\u0130', 'i', '\u0131', '\xb5',
            '\u03bc', r'(a)\1', '[\u0400-\u042f]+', '\u0436', '[k-s]', '[\xe0-\xe4]', '\U00010400', '[\U00010400-\U00010427]', 'x|Y', 'aB|Ac'],
     ['', 'aBc', 'ABCabc', 'aA', 'kK\u212a', 's\u017fS', '\xdf\u1e9e', '\u03c3\u03c2\u03a3', 'iI\u0130\u0131', '\xb5\u03bc\u039c', '\u0416\u0436', '\xc0\xe4',
      '\U00010400\U00010428', 'xyXY']),
    (re.M, ['^', '$', '^a', 'a$', '^a$', r'\Aa', r'a\Z', '^$', '^.*$', '(?:^a\n?)+'], ['', 'a', '\n', 'a\na', 'a\n', '\na', 'b\na\nb', 'a\n\na']),
    (re.S, ['.', '.*', 'a.b', 'a.*b', '[^a]*', '.*?b'], ['', 'a\nb', '\n', 'ab\nab']),
    (re.X, ['a b', 'a # b', r'a\ b', '[a b]', 'a  *', 'a\n b # c\n c', r'\#', '( a | b ) +'], ['', 'ab', 'a b', 'abc', '# ', 'aa']),
    (re.A, [r'\w+', r'\d', r'\s', r'\b', r'\W', '(?i)\u0436', '(?i)k'], ['\xe9a', '\u0660', '\xa0 ', '\u0436\u0416', 'K\u212a']),
    (re.I | re.A, ['[a-z]+', '\xe9', 'k'], ['aZ', '\xc9\xe9', 'K\u212a']),
    (re.M | re.S | re.I, ['^a.*b$', r'^(.*)$'], ['A\nB', 'x\na\nb\ny']),
]
BYTES = [b'a+', b'[^a]', b'\\w+', b'\\W', b'\\d', b'\\s+', b'(?i)A', b'[\x80-\xff]+', b'\xe9', b'(?i)\xe9', b'(?L)\\w', b'(?Li)[a-c]', b'^.$', b'\\bx', b'(a)|(b)', b'\\x00']
BYTES_TEXTS = [b'', b'abcA', b'\xe9\xc9a', b'a b\t', b'12x', b'\x00x']


def spans(m):
    return m and (m.regs, m.lastindex, m.lastgroup)


def attempt(f):
    try:
        return f()
    except (ValueError, re.error) as e:
        return str(e)


def show(pattern, text, flags=0):
    empty = text[:0]
    p = re.compile(pattern, flags)
    print(ascii((pattern, text, int(flags))))
    print('  ', spans(p.match(text)), spans(p.fullmatch(text)), spans(p.search(text)))
    print('  ', ascii(p.findall(text)), ascii(attempt(lambda: p.split(text))), ascii(p.subn(empty, text)))


count = 0
for patterns, texts in ROWS:
    for pattern in patterns:
        for text in texts:
            show(pattern, text)
            count += 1
for flags, patterns, texts in FLAG_ROWS:
    for pattern in patterns:
        for text in texts:
            show(pattern, text, flags)
            count += 1
for pattern in BYTES:
    for text in BYTES_TEXTS:
        show(pattern, text)
        count += 1
print(count)
