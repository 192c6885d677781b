# Text of every width and length on the ways that are taken for short, narrow or plain operands, and on those behind them.
GREEK, ASTRAL, LATIN = '\u03b1\u03b2\u03b3', '\U0001f600', '\xe9'

# --- searching in blocks: the hit at every place of a block, and behind the last whole one
for wide in ('', LATIN, GREEK, ASTRAL):
    bad = []
    for before in range(40):
        for needle in ('x', 'xy', 'xyz', 'x' + 'y' * 20):
            for after in range(0, 20, 3):
                text = 'a' * before + needle + 'b' * after + wide
                if text.find(needle) != before or text.count(needle) != 1 or (needle + '!') in text:
                    bad.append((before, needle, after))
                if text.split(needle) != ['a' * before, 'b' * after + wide]:
                    bad.append(('split', before, needle, after))
    print(len(wide), bad)
# expect: 0 []
# expect: 1 []
# expect: 3 []
# expect: 1 []
print((GREEK * 30).find(GREEK[1:] + GREEK[:1]), (GREEK * 30 + 'x').find('\u03b3x'), (GREEK * 30).find('\u03b3\u03b2'))  # expect: 1 89 -1
print((ASTRAL * 9 + 'ab').find('ab'), (ASTRAL * 9 + 'ab').find(ASTRAL + 'a'), (ASTRAL * 9).find('\U0001f601'))  # expect: 9 8 -1
print(('ab' * 5000 + GREEK).find('a' * 30), ('ab' * 5000 + 'aac' + GREEK).find('aac'))  # expect: -1 10000

# --- ends
for size in range(20):
    part = 'q' * size
    other = part[:-1] + 'r'
    if not ((part + 'tail').startswith(part) and ('head' + part).endswith(part)):
        print('ends', size)
    if size and ((part + 'tail').startswith(other) or ('head' + part).endswith(other)):
        print('other ends', size)
print(GREEK.startswith('\u03b1'), GREEK.startswith('a'), 'abc'.startswith(GREEK), (GREEK + 'a').endswith('a'))  # expect: True False False True
print('abc'.startswith('', 3), 'abc'.startswith('', 4), 'abc'.endswith('c', -1), 'abc'.startswith(('x', 'ab')))  # expect: True False True True

# --- UTF-8
for text in ('a' * 100 + GREEK, GREEK + 'a' * 100, ('a' + GREEK) * 40, LATIN * 9, 'abcdefgh' * 3 + LATIN + 'abcdefgh1',
             '\u20ac' * 50 + 'x', ASTRAL + GREEK * 3, '\ud7ff\ue000\uffff', '\x80', '\u07ff', '\u0800'):
    data = text.encode()
    if data.decode() != text or bytes(bytearray(data)).decode('utf-8', 'replace') != text:
        print('codec', ascii(text))
for data in (b'abc\xc3', b'\xc1\x81', b'\xce\xb1\xce', b'\xe0\x80\x80', b'\xed\xa0\x80x', b'\xe2\x82', b'\xf4\x90\x80\x80',
             b'abcdefghijkl\xffmn', b'\xce\xb1' * 20 + b'\xb1', b'\xce\xb1' * 20 + b'\xf0\x9f\x98\x80'):
    try:
        print(ascii(data.decode()))
    except UnicodeDecodeError as e:
        print(e.start, e.end, e.reason, ascii(data.decode('utf-8', 'replace')))
# expect: 3 4 unexpected end of data 'abc\ufffd'
# expect: 0 1 invalid start byte '\ufffd\ufffd'
# expect: 2 3 unexpected end of data '\u03b1\ufffd'
# expect: 0 1 invalid continuation byte '\ufffd\ufffd\ufffd'
# expect: 0 1 invalid continuation byte '\ufffd\ufffd\ufffdx'
# expect: 0 2 unexpected end of data '\ufffd'
# expect: 0 1 invalid continuation byte '\ufffd\ufffd\ufffd\ufffd'
# expect: 12 13 invalid start byte 'abcdefghijkl\ufffdmn'
# expect: 40 41 invalid start byte '\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\ufffd'
# expect: '\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\U0001f600'

# --- bytes
data = bytes(range(256)) * 3
print(data.translate(None, bytes(range(5, 256))), data.translate(None, b'') is data, b''.translate(None, b'a'))  # expect: b'\x00\x01\x02\x03\x04\x00\x01\x02\x03\x04\x00\x01\x02\x03\x04' True b''
print(b'hello'.translate(bytes(range(255, -1, -1)), b'l'), bytearray(b'hello').translate(None, b'l'))  # expect: b'\x97\x9a\x90' bytearray(b'heo')
print(b'a,b,,c,'.split(b','), b','.split(b','), b''.split(b','), b'a,b,c'.split(b',', 1), bytearray(b'a b').split(b' '))  # expect: [b'a', b'b', b'', b'c', b''] [b'', b''] [b''] [b'a', b'b,c'] [bytearray(b'a'), bytearray(b'b')]
grown = bytearray(b'ab')
grown += b''
grown += b'cd' * 20
grown += bytearray(b'e')
print(grown, len(grown))  # expect: bytearray(b'abcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcde') 43
view = memoryview(grown)
try:
    grown += b'x'
except BufferError as e:
    print(e)  # expect: Existing exports of data: object cannot be re-sized
grown += b''
del view

# --- one specification in texts of three widths
for spec in ('>6', '*^7', '+d', ' d', '08', '=+8', '<6x', '#06x', '08b', 'o', '_d', ',d', '+08.2f', '.3%', 'n', '=^9.1e'):
    shown = [('{:' + spec + '}' + tail).format(-1234)[:-1] for tail in ('.', '\u03b1', '\U0001f600')]
    print(spec, shown[0], shown[0] == shown[1] == shown[2] == format(-1234, spec))
# expect: >6  -1234 True
# expect: *^7 *-1234* True
# expect: +d -1234 True
# expect:  d -1234 True
# expect: 08 -0001234 True
# expect: =+8 -   1234 True
# expect: <6x -4d2   True
# expect: #06x -0x4d2 True
# expect: 08b -10011010010 True
# expect: o -2322 True
# expect: _d -1_234 True
# expect: ,d -1,234 True
# expect: +08.2f -1234.00 True
# expect: .3% -123400.000% True
# expect: n -1234 True
# expect: =^9.1e -1.2e+03= True
for value in (float('inf'), float('-inf'), float('nan')):
    print(format(value, '010'), format(value, '+010.2f'), format(value, '*=9'), format(value, ',f'))
# expect: 0000000inf +000000inf ******inf inf
# expect: -000000inf -000000inf -*****inf -inf
# expect: 0000000nan +000000nan ******nan nan
for spec in ('\u03b1>9', '\U0001f600<9', '\u03b1^9.1'):
    print(ascii(format('ab', spec)), ascii(format(GREEK, spec)), ascii(format(7, spec.split('.')[0])))
# expect: '\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1ab' '\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b2\u03b3' '\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b17'
# expect: 'ab\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600' '\u03b1\u03b2\u03b3\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600' '7\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600'
# expect: '\u03b1\u03b1\u03b1\u03b1a\u03b1\u03b1\u03b1\u03b1' '\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1\u03b1' '\u03b1\u03b1\u03b1\u03b17\u03b1\u03b1\u03b1\u03b1'
print('%5d|%-5d|%05d|%+d|% d|%d|%s' % (42, 42, -42, 42, 42, -42, 42), ascii('%d\u03b1%5s' % (7, 'x')))  # expect:    42|42   |-0042|+42| 42|-42|42 '7\u03b1    x'

# --- names of fields
print('{a}{b}{a}'.format(a=1, b=2), '{0}{a}'.format(5, a=6), ascii('\u03b1{a}{\u03b2}'.format(a=1, **{'\u03b2': 2})))  # expect: 121 56 '\u03b112'
print('{a.real}{a[0]}'.format_map({'a': type('T', (), {'real': 3, '__getitem__': lambda self, i: i})()}))  # expect: 30
class Name(str):
    __hash__ = str.__hash__
    def __eq__(self, other):
        return False
for fields in ({'aa': 1}, {Name('a'): 1}, {'b%d' % i: i for i in range(20)}):
    try:
        print('{a}'.format(**fields))
    except KeyError as e:
        print('KeyError', e)
# expect: KeyError 'a'
# expect: KeyError 'a'
# expect: KeyError 'a'
print(*['{b%d}' % i for i in range(20)], sep='', end=' ')  # expect: {b0}{b1}{b2}{b3}{b4}{b5}{b6}{b7}{b8}{b9}{b10}{b11}{b12}{b13}{b14}{b15}{b16}{b17}{b18}{b19} 012345678910111213141516171819
print(''.join('{b%d}' % i for i in range(20)).format(**{'b%d' % i: i for i in range(20)}))
for text in ('{', '}', '{a', '{a!', '{a!r', '{a!rx}', '{{}', '{a[}', '{a{}}', '{:{', 'x}y', '\u03b1{', '\u03b1}', '{!r:>4}{'):
    try:
        print(text.format(1, a=1))
    except (ValueError, KeyError, IndexError) as e:
        print(ascii(text), type(e).__name__, e)
# expect: '{' ValueError Single '{' encountered in format string
# expect: '}' ValueError Single '}' encountered in format string
# expect: '{a' ValueError expected '}' before end of string
# expect: '{a!' ValueError end of string while looking for conversion specifier
# expect: '{a!r' ValueError unmatched '{' in format spec
# expect: '{a!rx}' ValueError expected ':' after conversion specifier
# expect: '{{}' ValueError Single '}' encountered in format string
# expect: '{a[}' ValueError expected '}' before end of string
# expect: '{a{}}' ValueError unexpected '{' in field name
# expect: '{:{' ValueError unmatched '{' in format spec
# expect: 'x}y' ValueError Single '}' encountered in format string
# expect: '\u03b1{' ValueError Single '{' encountered in format string
# expect: '\u03b1}' ValueError Single '}' encountered in format string
# expect: '{!r:>4}{' ValueError Single '{' encountered in format string
