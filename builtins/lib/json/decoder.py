"""JSON text to Python objects."""

from json import scanner

try:
    from _json import scanstring as c_scanstring
except ImportError:
    c_scanstring = None

__all__ = ['JSONDecoder', 'JSONDecodeError']

NaN = float('nan')
PosInf = float('inf')
NegInf = float('-inf')

_CONSTANTS = {'-Infinity': NegInf, 'Infinity': PosInf, 'NaN': NaN}
_WHITESPACE = ' \t\n\r'
_ESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
_HEX = '0123456789abcdefABCDEF'


class JSONDecodeError(ValueError):
    """What is wrong with a JSON document, and where.

    msg: the message without the position; doc: the document; pos: the index where parsing failed;
    lineno, colno: the same as line and column, from 1.
    """

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__('%s: line %d column %d (char %d)' % (msg, lineno, colno, pos))
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno, self.colno = lineno, colno

    def __reduce__(self):
        return type(self), (self.msg, self.doc, self.pos)


def _skip(s, end):
    size = len(s)
    while end < size and s[end] in _WHITESPACE:
        end += 1
    return end


def _hex4(s, pos):
    """The number of the four hexadecimal digits after the u at pos."""
    digits = s[pos + 1:pos + 5]
    if len(digits) == 4 and all(digit in _HEX for digit in digits):
        return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", s, pos)


def py_scanstring(s, end, strict=True):
    """The string that starts at end, behind its quote, and the index behind its closing quote.

    With strict false, control characters are accepted.
    """
    parts = []
    begin = end - 1
    size = len(s)
    while True:
        start = end
        while end < size:
            char = s[end]
            if char == '"' or char == '\\' or char < ' ':
                break
            end += 1
        else:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if end > start:
            parts.append(s[start:end])
        end += 1
        if char == '"':
            return ''.join(parts), end
        if char != '\\':
            if strict:
                raise JSONDecodeError("Invalid control character {0!r} at".format(char), s, end - 1)
            parts.append(char)
            continue
        if end >= size:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        escape = s[end]
        if escape != 'u':
            if escape not in _ESCAPES:
                raise JSONDecodeError("Invalid \\escape: {0!r}".format(escape), s, end)
            parts.append(_ESCAPES[escape])
            end += 1
            continue
        code = _hex4(s, end)
        end += 5
        if 0xd800 <= code <= 0xdbff and s[end:end + 2] == '\\u':
            low = _hex4(s, end + 1)
            if 0xdc00 <= low <= 0xdfff:
                code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
                end += 6
        parts.append(chr(code))


scanstring = c_scanstring or py_scanstring


def JSONObject(s_and_end, strict, scan_once, object_hook, object_pairs_hook, memo=None):
    s, end = s_and_end
    pairs = []
    shared = ({} if memo is None else memo).setdefault
    end = _skip(s, end)
    char = s[end:end + 1]
    if char == '}':
        return _build_object(pairs, object_hook, object_pairs_hook), end + 1
    if char != '"':
        raise JSONDecodeError("Expecting property name enclosed in double quotes", s, end)
    while True:
        key, end = scanstring(s, end + 1, strict)
        key = shared(key, key)
        end = _skip(s, end)
        if s[end:end + 1] != ':':
            raise JSONDecodeError("Expecting ':' delimiter", s, end)
        end = _skip(s, end + 1)
        try:
            value, end = scan_once(s, end)
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", s, err.value) from None
        pairs.append((key, value))
        end = _skip(s, end)
        char = s[end:end + 1]
        if char == '}':
            return _build_object(pairs, object_hook, object_pairs_hook), end + 1
        if char != ',':
            raise JSONDecodeError("Expecting ',' delimiter", s, end)
        end = _skip(s, end + 1)
        if s[end:end + 1] != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", s, end)


def _build_object(pairs, object_hook, object_pairs_hook):
    if object_pairs_hook is not None:
        return object_pairs_hook(pairs)
    result = dict(pairs)
    return result if object_hook is None else object_hook(result)


def JSONArray(s_and_end, scan_once):
    s, end = s_and_end
    values = []
    end = _skip(s, end)
    if s[end:end + 1] == ']':
        return values, end + 1
    while True:
        try:
            value, end = scan_once(s, end)
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", s, err.value) from None
        values.append(value)
        end = _skip(s, end)
        char = s[end:end + 1]
        if char == ']':
            return values, end + 1
        if char != ',':
            raise JSONDecodeError("Expecting ',' delimiter", s, end)
        end = _skip(s, end + 1)


class JSONDecoder(object):
    """Reads JSON: objects become dicts, arrays lists, strings str, numbers int or float, true/false/null
    True/False/None; NaN, Infinity and -Infinity are understood as floats.

    object_hook gets every decoded object and object_pairs_hook (which wins) its ordered list of pairs; the results
    stand for the object. parse_float, parse_int and parse_constant get the text of numbers and of the three special
    floats. With strict false, strings may hold control characters.
    """

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.strict, self.memo = strict, {}
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_int, self.parse_float = parse_int or int, parse_float or float
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.parse_object, self.parse_array, self.parse_string = JSONObject, JSONArray, scanstring
        # It takes all of these from here.
        self.scan_once = scanner.make_scanner(self)

    def decode(self, s):
        """The Python representation of the JSON document s (a str)."""
        obj, end = self.raw_decode(s, idx=_skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """Decode the JSON document that s starts with; returns the object and the index where the document ends."""
        try:
            return self.scan_once(s, idx)
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", s, err.value) from None
