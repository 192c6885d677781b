# UTF-8 of every width through a text stream: characters over the ends of chunks, faults, surrogates.
import io

TEXTS = ['a', '\xe9', '\u03b1\u03b2 c\n', '\u20ac', '\U0001f600', 'x\xe9\u20ac\U0001f600\n', '\ud800', 'a\udc80b']


def attempt(call, *args):
    try:
        return call(*args)
    except UnicodeError as error:
        return '%s %s-%s' % (type(error).__name__, error.start, error.end)


for errors in ('strict', 'surrogatepass', 'surrogateescape', 'replace'):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding='utf-8', errors=errors, newline='')
    results = [attempt(stream.write, text) for text in TEXTS + ['z' * 20 + text for text in TEXTS]]
    stream.flush()
    print(errors, results, len(raw.getvalue()), sum(raw.getvalue()))
# expect: strict [1, 1, 5, 1, 1, 5, 'UnicodeEncodeError 0-1', 'UnicodeEncodeError 1-2', 21, 21, 25, 21, 21, 25, 'UnicodeEncodeError 20-21', 'UnicodeEncodeError 21-22'] 176 23194
# expect: surrogatepass [1, 1, 5, 1, 1, 5, 1, 3, 21, 21, 25, 21, 21, 25, 21, 23] 232 30600
# expect: surrogateescape [1, 1, 5, 1, 1, 5, 'UnicodeEncodeError 0-1', 3, 21, 21, 25, 21, 21, 25, 'UnicodeEncodeError 20-21', 23] 202 26280
# expect: replace [1, 1, 5, 1, 1, 5, 1, 3, 21, 21, 25, 21, 21, 25, 21, 23] 224 28716

for piece in ('\u03b1 ', '\u03b1', '\xe9\xe8 ', '\u20ac', 'ab\u03b1\u03b2', '\U0001f600', 'a' * 7 + '\u03b1', 'a' * 9 + '\xe9'):
    for count in (1, 50, 4090, 4100, 30000):
        text = piece * count + 'end\n' + piece
        data = text.encode()
        lines = list(io.TextIOWrapper(io.BytesIO(data), encoding='utf-8'))
        whole = io.TextIOWrapper(io.BytesIO(data), encoding='utf-8').read()
        parts = io.TextIOWrapper(io.BytesIO(data), encoding='utf-8')
        some = [parts.read(n) for n in (1, 2, 5000, 3)]
        if lines != text.splitlines(True) or whole != text or ''.join(some) != text[:5006]:
            print('differs', repr(piece), count)

for bad in (b'\xff', b'\xc3', b'\xc3(', b'\xe2\x82', b'\xed\xa0\x80', b'\xc0\x80', b'\xf4\x90\x80\x80', b'\xf0\x9f\x98'):
    for before in (b'', b'ab', 'αβ '.encode() * 3000, 'αβ '.encode() * 30):
        for errors in ('strict', 'replace', 'surrogateescape'):
            stream = io.TextIOWrapper(io.BytesIO(before + bad + b'\ncd'), encoding='utf-8', errors=errors)
            read = attempt(stream.read)
            print(bad, len(before), errors, ascii(read[-9:]) if len(read) > 40 else ascii(read))
# expect: b'\xff' 0 strict 'UnicodeDecodeError 0-1'
# expect: b'\xff' 0 replace '\ufffd\ncd'
# expect: b'\xff' 0 surrogateescape '\udcff\ncd'
# expect: b'\xff' 2 strict 'UnicodeDecodeError 2-3'
# expect: b'\xff' 2 replace 'ab\ufffd\ncd'
# expect: b'\xff' 2 surrogateescape 'ab\udcff\ncd'
# expect: b'\xff' 15000 strict 'UnicodeDecodeError 15000-15001'
# expect: b'\xff' 15000 replace '\u03b2 \u03b1\u03b2 \ufffd\ncd'
# expect: b'\xff' 15000 surrogateescape '\u03b2 \u03b1\u03b2 \udcff\ncd'
# expect: b'\xff' 150 strict 'UnicodeDecodeError 150-151'
# expect: b'\xff' 150 replace '\u03b2 \u03b1\u03b2 \ufffd\ncd'
# expect: b'\xff' 150 surrogateescape '\u03b2 \u03b1\u03b2 \udcff\ncd'
# expect: b'\xc3' 0 strict 'UnicodeDecodeError 0-1'
# expect: b'\xc3' 0 replace '\ufffd\ncd'
# expect: b'\xc3' 0 surrogateescape '\udcc3\ncd'
# expect: b'\xc3' 2 strict 'UnicodeDecodeError 2-3'
# expect: b'\xc3' 2 replace 'ab\ufffd\ncd'
# expect: b'\xc3' 2 surrogateescape 'ab\udcc3\ncd'
# expect: b'\xc3' 15000 strict 'UnicodeDecodeError 15000-15001'
# expect: b'\xc3' 15000 replace '\u03b2 \u03b1\u03b2 \ufffd\ncd'
# expect: b'\xc3' 15000 surrogateescape '\u03b2 \u03b1\u03b2 \udcc3\ncd'
# expect: b'\xc3' 150 strict 'UnicodeDecodeError 150-151'
# expect: b'\xc3' 150 replace '\u03b2 \u03b1\u03b2 \ufffd\ncd'
# expect: b'\xc3' 150 surrogateescape '\u03b2 \u03b1\u03b2 \udcc3\ncd'
# expect: b'\xc3(' 0 strict 'UnicodeDecodeError 0-1'
# expect: b'\xc3(' 0 replace '\ufffd(\ncd'
# expect: b'\xc3(' 0 surrogateescape '\udcc3(\ncd'
# expect: b'\xc3(' 2 strict 'UnicodeDecodeError 2-3'
# expect: b'\xc3(' 2 replace 'ab\ufffd(\ncd'
# expect: b'\xc3(' 2 surrogateescape 'ab\udcc3(\ncd'
# expect: b'\xc3(' 15000 strict 'UnicodeDecodeError 15000-15001'
# expect: b'\xc3(' 15000 replace ' \u03b1\u03b2 \ufffd(\ncd'
# expect: b'\xc3(' 15000 surrogateescape ' \u03b1\u03b2 \udcc3(\ncd'
# expect: b'\xc3(' 150 strict 'UnicodeDecodeError 150-151'
# expect: b'\xc3(' 150 replace ' \u03b1\u03b2 \ufffd(\ncd'
# expect: b'\xc3(' 150 surrogateescape ' \u03b1\u03b2 \udcc3(\ncd'
# expect: b'\xe2\x82' 0 strict 'UnicodeDecodeError 0-2'
# expect: b'\xe2\x82' 0 replace '\ufffd\ncd'
# expect: b'\xe2\x82' 0 surrogateescape '\udce2\udc82\ncd'
# expect: b'\xe2\x82' 2 strict 'UnicodeDecodeError 2-4'
# expect: b'\xe2\x82' 2 replace 'ab\ufffd\ncd'
# expect: b'\xe2\x82' 2 surrogateescape 'ab\udce2\udc82\ncd'
# expect: b'\xe2\x82' 15000 strict 'UnicodeDecodeError 15000-15002'
# expect: b'\xe2\x82' 15000 replace '\u03b2 \u03b1\u03b2 \ufffd\ncd'
# expect: b'\xe2\x82' 15000 surrogateescape ' \u03b1\u03b2 \udce2\udc82\ncd'
# expect: b'\xe2\x82' 150 strict 'UnicodeDecodeError 150-152'
# expect: b'\xe2\x82' 150 replace '\u03b2 \u03b1\u03b2 \ufffd\ncd'
# expect: b'\xe2\x82' 150 surrogateescape ' \u03b1\u03b2 \udce2\udc82\ncd'
# expect: b'\xed\xa0\x80' 0 strict 'UnicodeDecodeError 0-1'
# expect: b'\xed\xa0\x80' 0 replace '\ufffd\ufffd\ufffd\ncd'
# expect: b'\xed\xa0\x80' 0 surrogateescape '\udced\udca0\udc80\ncd'
# expect: b'\xed\xa0\x80' 2 strict 'UnicodeDecodeError 2-3'
# expect: b'\xed\xa0\x80' 2 replace 'ab\ufffd\ufffd\ufffd\ncd'
# expect: b'\xed\xa0\x80' 2 surrogateescape 'ab\udced\udca0\udc80\ncd'
# expect: b'\xed\xa0\x80' 15000 strict 'UnicodeDecodeError 15000-15001'
# expect: b'\xed\xa0\x80' 15000 replace '\u03b1\u03b2 \ufffd\ufffd\ufffd\ncd'
# expect: b'\xed\xa0\x80' 15000 surrogateescape '\u03b1\u03b2 \udced\udca0\udc80\ncd'
# expect: b'\xed\xa0\x80' 150 strict 'UnicodeDecodeError 150-151'
# expect: b'\xed\xa0\x80' 150 replace '\u03b1\u03b2 \ufffd\ufffd\ufffd\ncd'
# expect: b'\xed\xa0\x80' 150 surrogateescape '\u03b1\u03b2 \udced\udca0\udc80\ncd'
# expect: b'\xc0\x80' 0 strict 'UnicodeDecodeError 0-1'
# expect: b'\xc0\x80' 0 replace '\ufffd\ufffd\ncd'
# expect: b'\xc0\x80' 0 surrogateescape '\udcc0\udc80\ncd'
# expect: b'\xc0\x80' 2 strict 'UnicodeDecodeError 2-3'
# expect: b'\xc0\x80' 2 replace 'ab\ufffd\ufffd\ncd'
# expect: b'\xc0\x80' 2 surrogateescape 'ab\udcc0\udc80\ncd'
# expect: b'\xc0\x80' 15000 strict 'UnicodeDecodeError 15000-15001'
# expect: b'\xc0\x80' 15000 replace ' \u03b1\u03b2 \ufffd\ufffd\ncd'
# expect: b'\xc0\x80' 15000 surrogateescape ' \u03b1\u03b2 \udcc0\udc80\ncd'
# expect: b'\xc0\x80' 150 strict 'UnicodeDecodeError 150-151'
# expect: b'\xc0\x80' 150 replace ' \u03b1\u03b2 \ufffd\ufffd\ncd'
# expect: b'\xc0\x80' 150 surrogateescape ' \u03b1\u03b2 \udcc0\udc80\ncd'
# expect: b'\xf4\x90\x80\x80' 0 strict 'UnicodeDecodeError 0-1'
# expect: b'\xf4\x90\x80\x80' 0 replace '\ufffd\ufffd\ufffd\ufffd\ncd'
# expect: b'\xf4\x90\x80\x80' 0 surrogateescape '\udcf4\udc90\udc80\udc80\ncd'
# expect: b'\xf4\x90\x80\x80' 2 strict 'UnicodeDecodeError 2-3'
# expect: b'\xf4\x90\x80\x80' 2 replace 'ab\ufffd\ufffd\ufffd\ufffd\ncd'
# expect: b'\xf4\x90\x80\x80' 2 surrogateescape 'ab\udcf4\udc90\udc80\udc80\ncd'
# expect: b'\xf4\x90\x80\x80' 15000 strict 'UnicodeDecodeError 15000-15001'
# expect: b'\xf4\x90\x80\x80' 15000 replace '\u03b2 \ufffd\ufffd\ufffd\ufffd\ncd'
# expect: b'\xf4\x90\x80\x80' 15000 surrogateescape '\u03b2 \udcf4\udc90\udc80\udc80\ncd'
# expect: b'\xf4\x90\x80\x80' 150 strict 'UnicodeDecodeError 150-151'
# expect: b'\xf4\x90\x80\x80' 150 replace '\u03b2 \ufffd\ufffd\ufffd\ufffd\ncd'
# expect: b'\xf4\x90\x80\x80' 150 surrogateescape '\u03b2 \udcf4\udc90\udc80\udc80\ncd'
# expect: b'\xf0\x9f\x98' 0 strict 'UnicodeDecodeError 0-3'
# expect: b'\xf0\x9f\x98' 0 replace '\ufffd\ncd'
# expect: b'\xf0\x9f\x98' 0 surrogateescape '\udcf0\udc9f\udc98\ncd'
# expect: b'\xf0\x9f\x98' 2 strict 'UnicodeDecodeError 2-5'
# expect: b'\xf0\x9f\x98' 2 replace 'ab\ufffd\ncd'
# expect: b'\xf0\x9f\x98' 2 surrogateescape 'ab\udcf0\udc9f\udc98\ncd'
# expect: b'\xf0\x9f\x98' 15000 strict 'UnicodeDecodeError 15000-15003'
# expect: b'\xf0\x9f\x98' 15000 replace '\u03b2 \u03b1\u03b2 \ufffd\ncd'
# expect: b'\xf0\x9f\x98' 15000 surrogateescape '\u03b1\u03b2 \udcf0\udc9f\udc98\ncd'
# expect: b'\xf0\x9f\x98' 150 strict 'UnicodeDecodeError 150-153'
# expect: b'\xf0\x9f\x98' 150 replace '\u03b2 \u03b1\u03b2 \ufffd\ncd'
# expect: b'\xf0\x9f\x98' 150 surrogateescape '\u03b1\u03b2 \udcf0\udc9f\udc98\ncd'
