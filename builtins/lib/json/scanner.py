"""The JSON reader in Python: one value at a position of a text. The native reader takes its place when there is one."""

try:
    from _json import make_scanner as c_make_scanner
except ImportError:
    c_make_scanner = None

__all__ = ['make_scanner']

_DIGITS = '0123456789'


def scan_number(string, idx):
    """The end of the number at idx and whether it is a float; (idx, False) when there is no number."""
    size = len(string)
    end = idx
    if string[end:end + 1] == '-':
        end += 1
    first = string[end:end + 1]
    if first == '' or first not in _DIGITS:
        return idx, False
    end += 1
    if first != '0':
        while end < size and string[end] in _DIGITS:
            end += 1
    is_float = False
    if end + 1 < size and string[end] == '.' and string[end + 1] in _DIGITS:
        is_float = True
        end += 2
        while end < size and string[end] in _DIGITS:
            end += 1
    if end < size and string[end] in 'eE':
        after = end + 1
        if after < size and string[after] in '+-':
            after += 1
        if after < size and string[after] in _DIGITS:
            is_float = True
            end = after + 1
            while end < size and string[end] in _DIGITS:
                end += 1
    return end, is_float


_WORDS = (('n', 'null', None), ('t', 'true', True), ('f', 'false', False))
_CONSTANTS = ('NaN', 'Infinity', '-Infinity')


def py_make_scanner(context):
    parse_object = context.parse_object
    parse_array = context.parse_array
    parse_string = context.parse_string
    parse_float = context.parse_float
    parse_int = context.parse_int
    parse_constant = context.parse_constant
    strict = context.strict
    object_hook = context.object_hook
    object_pairs_hook = context.object_pairs_hook
    memo = context.memo

    def scan_value(string, idx):
        try:
            char = string[idx]
        except IndexError:
            raise StopIteration(idx) from None
        if char == '"':
            return parse_string(string, idx + 1, strict)
        if char == '{':
            return parse_object((string, idx + 1), strict, scan_value, object_hook, object_pairs_hook, memo)
        if char == '[':
            return parse_array((string, idx + 1), scan_value)
        for initial, word, value in _WORDS:
            if char == initial and string.startswith(word, idx):
                return value, idx + len(word)
        end, is_float = scan_number(string, idx)
        if end != idx:
            return (parse_float if is_float else parse_int)(string[idx:end]), end
        for word in _CONSTANTS:
            if string.startswith(word, idx):
                return parse_constant(word), idx + len(word)
        raise StopIteration(idx)

    def scan_once(string, idx):
        if idx < 0:
            raise ValueError('idx cannot be negative')
        try:
            return scan_value(string, idx)
        finally:
            memo.clear()

    return scan_once


make_scanner = c_make_scanner or py_make_scanner
