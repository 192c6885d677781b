"""What krait_fuzz_text does with an input; also runs by itself: fuzz_text.py FILE... or fuzz_text.py --random N.

run() returns when all is as it should be. Only exceptions that unsuitable text may cause are caught.
"""
import codecs
import io
import json
import string
import struct

EXPECTED = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, MemoryError, RecursionError,
            SyntaxError, struct.error)


class Formatted:
    """Gives attributes and items of every name, and formats itself by any specification."""

    def __getattr__(self, name):
        return self if name[:2] != '__' else object.__getattribute__(self, name)

    def __getitem__(self, key):
        return key

    def __format__(self, spec):
        return spec


VALUES = (0, -7, 1234567, 10 ** 25, -2 ** 70, 0.0, -1.5, 1e16, 1.25e-7, 1e300, float('nan'), float('-inf'), 3 + 4j,
          True, None, '', 'text', '\u20ac\U0001f600', '\ud800', b'bytes', Formatted())
NAMES = {'name': 5, 'width': 9, 'x': 'y', 'obj': Formatted()}
CODECS = ('utf-8', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be', 'utf-7', 'utf-8-sig', 'latin-1',
          'ascii', 'cp1252', 'cp437', 'koi8-r', 'unicode_escape', 'raw_unicode_escape', 'iso8859_15')
ERRORS = ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass', 'xmlcharrefreplace',
          'namereplace')
LARGEST = 20000   # of a width or precision: what a limit stops is not interesting


def too_wide(text):
    digits = ''
    for char in text + ' ':
        if char.isdigit():
            digits += char
            if len(digits) > 4:
                return True
        else:
            digits = ''
    return False


def attempt(function, *args):
    try:
        return function(*args)
    except EXPECTED:
        return None


def format_spec(text, data):
    if too_wide(text):
        return
    for value in VALUES:
        result = attempt(format, value, text)
        assert result is None or isinstance(result, str)


def str_format(text, data):
    if too_wide(text):
        return
    attempt(lambda: text.format(*VALUES, **NAMES))
    attempt(text.format_map, NAMES)
    attempt(lambda: [piece for piece in string.Formatter().parse(text)])
    attempt(lambda: string.Template(text).substitute(NAMES))


def percent(text, data):
    if too_wide(text):
        return
    for pattern in (text, data, bytearray(data)):
        for args in (VALUES, NAMES, (), 5, ('a',), (1.5, 'b', 3), {b'x': 1, b'name': 2.5}):
            result = attempt(lambda: pattern % args)
            assert result is None or type(result) is type(pattern)


def integers(text, data):
    for argument in (text, data, bytearray(data)):
        for base in (10, 0, 2, 8, 16, 36, 7):
            value = attempt(int, argument, base)
            if value is not None:
                assert int(str(value)) == value and int(hex(value), 16) == value and int(bin(value), 2) == value
                assert value.from_bytes(value.to_bytes(value.bit_length() // 8 + 1, 'little', signed=True), 'little',
                                        signed=True) == value


def floats(text, data):
    for argument in (text, data):
        value = attempt(float, argument)
        if value is not None and value == value:
            assert float(repr(value)) == value and float.fromhex(value.hex()) == value
            assert float('%.17g' % value) == value
    value = attempt(float.fromhex, text)
    if value is not None and value == value:
        assert float.fromhex(value.hex()) == value
    value = attempt(complex, text)
    if value is not None and value == value:
        assert complex(repr(value)) == value
    literal = text.strip()
    if literal[:1].isdigit() and literal.replace('_', '').replace('.', '').isalnum():
        value = attempt(eval, literal)
        if isinstance(value, (int, float)) and abs(value) < float('inf'):
            assert eval(repr(value)) == value


def decode(text, data):
    codec, errors = CODECS[len(data) % len(CODECS)], ERRORS[data[:1][0] % len(ERRORS) if data else 0]
    for name in {codec, 'utf-8'}:
        whole = attempt(data.decode, name, errors)
        cut = len(data) // 2
        decoder = codecs.getincrementaldecoder(name)(errors)
        pieces = attempt(lambda: decoder.decode(data[:cut]) + decoder.decode(data[cut:], True))
        if whole is not None and pieces is not None and errors == 'strict':
            assert whole == pieces, (name, whole, pieces)
        if whole is not None and errors == 'strict' and name in ('utf-8', 'latin-1', 'utf-16-le', 'utf-32-be', 'cp1252'):
            assert whole.encode(name) == data, (name, whole)
        attempt(lambda: io.TextIOWrapper(io.BytesIO(data), name, errors).readlines())
        attempt(lambda: codecs.getreader(name)(io.BytesIO(data), errors).read())


def encode(text, data):
    text += '\ud800\udfff\udc80\U0010ffff\x00'[:len(data) % 6]
    for name in CODECS:
        for errors in ERRORS:
            result = attempt(text.encode, name, errors)
            if result is not None and errors == 'strict' and name not in ('utf-7', 'raw_unicode_escape'):
                assert result.decode(name) == text or name in ('utf-8-sig', 'utf-16', 'utf-32', 'unicode_escape'), name
        encoder = codecs.getincrementalencoder(name)('strict')
        attempt(lambda: b''.join([encoder.encode(char) for char in text]) + encoder.encode('', True))


def json_text(text, data):
    for argument in (text, data):
        value = attempt(json.loads, argument)
        if value is not None:
            written = attempt(json.dumps, value)
            if written is not None and 'NaN' not in written:
                assert json.loads(written) == value
                attempt(lambda: json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False))
    attempt(lambda: json.loads(text, strict=False, object_pairs_hook=list, parse_float=str, parse_int=len))
    attempt(json.dumps, text)


def formats(text, data):
    if too_wide(text):
        return
    size = attempt(struct.calcsize, text)
    if size is not None and size < LARGEST:
        fields = attempt(struct.unpack, text, (data * (size // max(1, len(data)) + 1))[:size])
        if fields is not None:
            attempt(struct.pack, text, *fields)
    attempt(lambda: memoryview(bytearray(data)).cast(text).tolist())


KINDS = (format_spec, str_format, percent, integers, floats, decode, encode, json_text, formats)


def run(latin):
    """Test one input: bytes as text of the same code points."""
    data = latin.encode('latin-1')
    if not data:
        return
    kind, data = KINDS[data[0] % len(KINDS)], data[1:4000]
    kind(data.decode('utf-8', 'surrogateescape' if len(data) % 2 else 'replace'), data)


if __name__ == '__main__':
    import sys
    if sys.argv[1:2] == ['--random']:
        import random
        pieces = list('{}:<>=^+- #0,_.bcdeEfFgGnosxX%!rsa[]()"\'\\/*@&') + ['\u20ac', '1e5', '\\u', 'nan', 'inf', 'null', '12']
        for number in range(int(sys.argv[2])):
            random.seed(number)
            text = ''.join(random.choice(pieces) for _ in range(random.randint(1, 12)))
            run(chr(number % len(KINDS)) + text.encode('utf-8').decode('latin-1'))
    for path in sys.argv[1:] if sys.argv[1:2] != ['--random'] else ():
        with open(path, 'rb') as file:
            run(file.read().decode('latin-1'))
