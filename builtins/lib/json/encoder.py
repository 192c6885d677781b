"""Python objects to JSON text."""

try:
    import _json
except ImportError:
    _json = None
# The native functions, or None.
c_make_encoder = getattr(_json, 'make_encoder', None)
c_encode_basestring = getattr(_json, 'encode_basestring', None)
c_encode_basestring_ascii = getattr(_json, 'encode_basestring_ascii', None)

__all__ = ['JSONEncoder']

INFINITY = float('inf')

# For str.translate: what must be escaped whatever the output is.
_ESCAPES = {i: '\\u%04x' % i for i in range(0x20)}
_ESCAPES.update({0x22: '\\"', 0x5c: '\\\\', 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r'})


class _AsciiEscapes(dict):
    def __missing__(self, code):
        if code < 0x7f:
            return chr(code)
        if code < 0x10000:
            return '\\u%04x' % code
        code -= 0x10000
        return '\\u%04x\\u%04x' % (0xd800 | (code >> 10), 0xdc00 | (code & 0x3ff))


_ASCII_ESCAPES = _AsciiEscapes(_ESCAPES)
_ASCII_ESCAPES[0x7f] = '\x7f'


def py_encode_basestring(s):
    """Return a JSON representation of a Python string"""
    return '"' + s.translate(_ESCAPES) + '"'


def py_encode_basestring_ascii(s):
    """Return an ASCII-only JSON representation of a Python string"""
    return '"' + s.translate(_ASCII_ESCAPES) + '"'


encode_basestring = c_encode_basestring or py_encode_basestring
encode_basestring_ascii = c_encode_basestring_ascii or py_encode_basestring_ascii


class JSONEncoder(object):
    """Writes dicts as objects, lists and tuples as arrays, str, int, float (and enums derived from these), True,
    False and None. Override default() to support other objects.
    """

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        """skipkeys: leave out keys that are not str, int, float, bool or None instead of raising TypeError;
        ensure_ascii: escape all that is not ASCII; check_circular: detect containers that hold themselves;
        allow_nan: write NaN, Infinity and -Infinity instead of raising ValueError; sort_keys: order objects by key;
        indent: line breaks, and this many spaces (or this string) per level; separators: (item_separator,
        key_separator); default: called with objects that cannot be written, returns one that can.
        """
        self.skipkeys, self.sort_keys, self.check_circular = skipkeys, sort_keys, check_circular
        self.ensure_ascii, self.allow_nan, self.indent = ensure_ascii, allow_nan, indent
        if default is not None:
            self.default = default
        if separators is None:
            # No space at the end of lines.
            separators = self.item_separator if indent is None else ',', self.key_separator
        self.item_separator, self.key_separator = separators

    def default(self, o):
        """Return an object that can be written in place of o, or call this to raise TypeError."""
        raise TypeError("Object of type '%s' is not JSON serializable" % o.__class__.__name__)

    def encode(self, o):
        """Return the JSON text of a Python data structure.

        >>> from json.encoder import JSONEncoder
        >>> JSONEncoder().encode({"foo": ["bar", "baz"]})
        '{"foo": ["bar", "baz"]}'
        """
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        # As a list: exceptions of the generator are then not wrapped by join().
        chunks = self.iterencode(o, _one_shot=True)
        if not isinstance(chunks, (list, tuple)):
            chunks = list(chunks)
        return ''.join(chunks)

    def iterencode(self, o, _one_shot=False):
        """Yield the JSON text of o in pieces as they become available."""
        markers = {} if self.check_circular else None
        string = encode_basestring_ascii if self.ensure_ascii else encode_basestring

        def floatstr(o, allow_nan=self.allow_nan, text_of=float.__repr__):
            if o != o:
                text = 'NaN'
            elif o == INFINITY:
                text = 'Infinity'
            elif o == -INFINITY:
                text = '-Infinity'
            else:
                return text_of(o)
            if not allow_nan:
                raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
            return text

        if _one_shot and c_make_encoder is not None:
            indent = self.indent
            if indent is not None and not isinstance(indent, str):
                indent = ' ' * indent
            iterencode = c_make_encoder(markers, self.default, string, indent, self.key_separator,
                                        self.item_separator, self.sort_keys, self.skipkeys, self.allow_nan)
        else:
            iterencode = _make_iterencode(markers, self.default, string, self.indent, floatstr, self.key_separator,
                                          self.item_separator, self.sort_keys, self.skipkeys, _one_shot)
        return iterencode(o, 0)


def _make_iterencode(markers, default, string, indent, floatstr, key_separator, item_separator, sort_keys, skipkeys,
                     one_shot):
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent
    int_text = int.__repr__

    def scalar(o):
        """The text of an object that is no container, or None."""
        if isinstance(o, str):
            return string(o)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int_text(o)
        if isinstance(o, float):
            return floatstr(o)
        return None

    def key_text(key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return floatstr(key)
        if key is True:
            return 'true'
        if key is False:
            return 'false'
        if key is None:
            return 'null'
        if isinstance(key, int):
            return int_text(key)
        if skipkeys:
            return None
        raise TypeError("key " + repr(key) + " is not a string")

    def enter(o):
        if markers is None:
            return None
        marker = id(o)
        if marker in markers:
            raise ValueError("Circular reference detected")
        markers[marker] = o
        return marker

    def layout(level):
        """The line break before the first item, the text between items, the line break after the last."""
        if indent is None:
            return '', item_separator, ''
        inner = '\n' + indent * (level + 1)
        return inner, item_separator + inner, '\n' + indent * level

    def write_list(items, level):
        if not items:
            yield '[]'
            return
        marker = enter(items)
        opening, separator, closing = layout(level)
        prefix = '[' + opening
        for value in items:
            text = scalar(value)
            if text is not None:
                yield prefix + text
            else:
                yield prefix
                yield from write(value, level + 1)
            prefix = separator
        yield closing + ']' if closing else ']'
        if marker is not None:
            del markers[marker]

    def write_dict(dct, level):
        if not dct:
            yield '{}'
            return
        marker = enter(dct)
        opening, separator, closing = layout(level)
        yield '{' + opening
        prefix = ''
        items = sorted(dct.items(), key=lambda item: item[0]) if sort_keys else dct.items()
        for key, value in items:
            key = key_text(key)
            if key is None:
                continue
            if prefix:
                yield prefix
            prefix = separator
            yield string(key)
            yield key_separator
            text = scalar(value)
            if text is not None:
                yield text
            else:
                yield from write(value, level + 1)
        if closing:
            yield closing
        yield '}'
        if marker is not None:
            del markers[marker]

    def write(o, level):
        text = scalar(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from write_list(o, level)
        elif isinstance(o, dict):
            yield from write_dict(o, level)
        else:
            marker = enter(o)
            yield from write(default(o), level)
            if marker is not None:
                del markers[marker]

    return write
