"""Print values so that their structure shows: over several lines where one is too short."""

import collections as _collections
import re
import sys as _sys
import types as _types
from io import StringIO as _StringIO

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter']


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False):
    """Print a value to a stream (sys.stdout)."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False):
    """The text that pprint() prints."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact).pformat(object)


def saferepr(object):
    """repr() on one line, with dictionaries sorted and containers in themselves marked."""
    return _safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Whether eval() would give the value back."""
    return _safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Whether a container contains itself."""
    return _safe_repr(object, {}, None, 0)[2]


class _safe_key:
    """Sort key for values that may not be ordered: by type and address then."""

    __slots__ = ('obj',)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        mine, theirs = self.obj, other.obj
        try:
            return mine < theirs
        except TypeError:
            return (str(type(mine)), id(mine)) < (str(type(theirs)), id(theirs))


def _safe_tuple(t):
    return _safe_key(t[0]), _safe_key(t[1])


def _begin(object, contents, stream, opening):
    """Write the class's name and what follows it; how wide NAME( is, 0 when the empty object has been written whole."""
    if not contents:
        stream.write(repr(object))
        return 0
    name = object.__class__.__name__
    stream.write(name + opening)
    return len(name) + 1


class PrettyPrinter:
    """indent: how far each level goes to the right; width: of lines, if possible; depth: deeper values become '...';
    stream: where pprint() writes; compact: as many items on a line as fit.
    """

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False):
        indent, width = int(indent), int(width)
        for right, condition in ((indent >= 0, 'indent must be >= 0'), (depth is None or depth > 0, 'depth must be > 0'),
                                 (width != 0, 'width must be != 0')):
            if not right:
                raise ValueError(condition)
        self._indent_per_level, self._width, self._depth = indent, width, depth
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)

    def pprint(self, object):
        """Print a value and a newline."""
        self._format(object, self._stream, 0, 0, {}, 0)
        self._stream.write('\n')

    def pformat(self, object):
        """The text of a value."""
        stream = _StringIO()
        self._format(object, stream, 0, 0, {}, 0)
        return stream.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        text, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    # --- one value: on one line if that fits, else in the way of its type
    def _format(self, object, stream, indent, allowance, context, level):
        address = id(object)
        if address in context:
            stream.write(_recursion(object))
            self._recursive = True
            self._readable = False
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            method = self._dispatch.get(type(object).__repr__, None)
            if method is not None:
                context[address] = 1
                method(self, object, stream, indent, allowance, context, level + 1)
                del context[address]
                return
            if isinstance(object, dict):
                context[address] = 1
                self._pprint_dict(object, stream, indent, allowance, context, level + 1)
                del context[address]
                return
        stream.write(text)

    # repr function of a type -> method; types with a __repr__ of their own are left to it.
    _dispatch = {}

    def _pprint_dict(self, object, stream, indent, allowance, context, level):
        stream.write('{')
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * ' ')
        if object:
            self._format_dict_items(sorted(object.items(), key=_safe_tuple), stream, indent, allowance + 1, context, level)
        stream.write('}')

    _dispatch[dict.__repr__] = _pprint_dict

    def _pprint_ordered_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + '(')
        self._format(list(object.items()), stream, indent + len(name) + 1, allowance + 1, context, level)
        stream.write(')')

    _dispatch[_collections.OrderedDict.__repr__] = _pprint_ordered_dict

    def _pprint_list(self, object, stream, indent, allowance, context, level):
        stream.write('[')
        self._format_items(object, stream, indent, allowance + 1, context, level)
        stream.write(']')

    _dispatch[list.__repr__] = _pprint_list

    def _pprint_tuple(self, object, stream, indent, allowance, context, level):
        end = ',)' if len(object) == 1 else ')'
        stream.write('(')
        self._format_items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    _dispatch[tuple.__repr__] = _pprint_tuple

    def _pprint_set(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        kind = object.__class__
        begin, end = ('{', '}') if kind is set else (kind.__name__ + '({', '})')
        stream.write(begin)
        self._format_items(sorted(object, key=_safe_key), stream, indent + len(begin) - 1, allowance + len(end), context,
                           level)
        stream.write(end)

    _dispatch[set.__repr__] = _pprint_set
    _dispatch[frozenset.__repr__] = _pprint_set

    def _string_pieces(self, text, indent, allowance):
        # Literals that together are the text: cut behind line ends, then between words.
        lines = text.splitlines(True)
        pieces = []
        most = last_most = self._width - indent
        for number, line in enumerate(lines):
            is_last = number == len(lines) - 1
            if is_last:
                last_most -= allowance
            shown = repr(line)
            if len(shown) <= last_most:
                pieces.append(shown)
                continue
            words = re.findall(r'\S*\s*', line)
            words.pop()   # the empty match at the end
            current, room = '', most
            for place, word in enumerate(words):
                longer = current + word
                if place == len(words) - 1 and is_last:
                    room -= allowance
                if len(repr(longer)) > room:
                    if current:
                        pieces.append(repr(current))
                    current = word
                else:
                    current = longer
            if current:
                pieces.append(repr(current))
        return pieces

    def _pprint_str(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        alone = level == 1
        if alone:
            indent += 1
            allowance += 1
        pieces = self._string_pieces(object, indent, allowance)
        if len(pieces) == 1:
            stream.write(pieces[0])
            return
        text = ('\n' + ' ' * indent).join(pieces)
        stream.write('(' + text + ')' if alone else text)

    _dispatch[str.__repr__] = _pprint_str

    def _pprint_bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
            return
        alone = level == 1
        if alone:
            indent += 1
            allowance += 1
            stream.write('(')
        between = ''
        for piece in _wrap_bytes_repr(object, self._width - indent, allowance):
            stream.write(between + piece)
            between = between or '\n' + ' ' * indent
        if alone:
            stream.write(')')

    _dispatch[bytes.__repr__] = _pprint_bytes

    def _pprint_bytearray(self, object, stream, indent, allowance, context, level):
        stream.write('bytearray(')
        self._pprint_bytes(bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(')')

    _dispatch[bytearray.__repr__] = _pprint_bytearray

    def _pprint_mappingproxy(self, object, stream, indent, allowance, context, level):
        stream.write('mappingproxy(')
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(')')

    _dispatch[_types.MappingProxyType.__repr__] = _pprint_mappingproxy

    # --- items of containers
    def _format_dict_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        between = ',\n' + ' ' * indent
        last = len(items) - 1
        for number, (key, value) in enumerate(items):
            shown = self._repr(key, context, level)
            stream.write(shown + ': ')
            self._format(value, stream, indent + len(shown) + 2, allowance if number == last else 1, context, level)
            if number != last:
                stream.write(between)

    def _format_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * ' ')
        newline = ',\n' + ' ' * indent
        between = ''
        width = room = self._width - indent + 1
        items = list(items)
        for number, item in enumerate(items):
            is_last = number == len(items) - 1
            if is_last:
                room -= allowance
                width -= allowance
            if self._compact:
                shown = self._repr(item, context, level)
                size = len(shown) + 2
                if room < size:
                    room = width
                    between = newline if between else between
                if room >= size:
                    room -= size
                    stream.write(between + shown)
                    between = ', '
                    continue
            stream.write(between)
            between = newline
            self._format(item, stream, indent, allowance if is_last else 1, context, level)

    # --- on one line
    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        if not readable:
            self._readable = False
        if recursive:
            self._recursive = True
        return text

    def format(self, object, context, maxlevels, level):
        """(text, whether eval() reads it, whether it contains itself) of a value; for subclasses to change."""
        return _safe_repr(object, context, maxlevels, level)

    # --- collections
    def _pprint_default_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = object.__class__.__name__
        indent += len(name) + 1
        stream.write('%s(%s,\n%s' % (name, factory, ' ' * indent))
        self._pprint_dict(object, stream, indent, allowance + 1, context, level)
        stream.write(')')

    _dispatch[_collections.defaultdict.__repr__] = _pprint_default_dict

    def _pprint_counter(self, object, stream, indent, allowance, context, level):
        width = _begin(object, object, stream, '({')
        if not width:
            return
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * ' ')
        self._format_dict_items(object.most_common(), stream, indent + width, allowance + 2, context, level)
        stream.write('})')

    _dispatch[_collections.Counter.__repr__] = _pprint_counter

    def _pprint_chain_map(self, object, stream, indent, allowance, context, level):
        indent += _begin(object, object.maps, stream, '(')
        last = len(object.maps) - 1
        for number, mapping in enumerate(object.maps):
            self._format(mapping, stream, indent, allowance + 1 if number == last else 1, context, level)
            stream.write(')' if number == last else ',\n' + ' ' * indent)

    _dispatch[_collections.ChainMap.__repr__] = _pprint_chain_map

    def _pprint_deque(self, object, stream, indent, allowance, context, level):
        width = _begin(object, object, stream, '([')
        if not width:
            return
        indent += width
        if object.maxlen is None:
            self._format_items(object, stream, indent, allowance + 2, context, level)
            stream.write('])')
        else:
            self._format_items(object, stream, indent, 2, context, level)
            most = self._repr(object.maxlen, context, level)
            stream.write('],\n%smaxlen=%s)' % (' ' * indent, most))

    _dispatch[_collections.deque.__repr__] = _pprint_deque

    def _pprint_user(self, object, stream, indent, allowance, context, level):
        # As what is wrapped.
        self._format(object.data, stream, indent, allowance, context, level - 1)

    for _wrapper in (_collections.UserDict, _collections.UserList, _collections.UserString):
        _dispatch[_wrapper.__repr__] = _pprint_user
    del _wrapper


# ---------------------------------------------------------------------------------------------- on one line

_builtin_scalars = frozenset({str, bytes, bytearray, int, float, complex, bool, type(None)})


def _safe_repr(object, context, maxlevels, level):
    """(text, whether eval() reads it, whether it contains itself)"""
    kind = type(object)
    if kind in _builtin_scalars:
        return repr(object), True, False
    method = getattr(kind, '__repr__', None)
    if issubclass(kind, dict) and method is dict.__repr__:
        empty, begin, end = '{}', '{', '}'
    elif issubclass(kind, list) and method is list.__repr__:
        empty, begin, end = '[]', '[', ']'
    elif issubclass(kind, tuple) and method is tuple.__repr__:
        empty, begin, end = '()', '(', ',)' if len(object) == 1 else ')'
    else:
        text = repr(object)
        return text, bool(text) and not text.startswith('<'), False
    if not object:
        return empty, True, False
    address = id(object)
    if maxlevels and level >= maxlevels:
        return begin + '...' + end, False, address in context
    if address in context:
        return _recursion(object), False, True
    context[address] = 1
    level += 1
    texts, readable, recursive = [], True, False
    is_dict = begin == '{'
    for item in sorted(object.items(), key=_safe_tuple) if is_dict else object:
        shown = []
        for part in item if is_dict else (item,):
            text, part_readable, part_recursive = _safe_repr(part, context, maxlevels, level)
            shown.append(text)
            readable = readable and part_readable
            recursive = recursive or part_recursive
        texts.append(': '.join(shown))
    del context[address]
    return begin + ', '.join(texts) + end, readable, recursive


def _recursion(object):
    return '<Recursion on %s with id=%s>' % (type(object).__name__, id(object))


def _perfcheck(object=None):
    import time
    if object is None:
        object = [('string', (1, 2), [3, 4], {5: 6, 7: 8})] * 100000
    start = time.perf_counter()
    _safe_repr(object, {}, None, 0)
    middle = time.perf_counter()
    PrettyPrinter().pformat(object)
    end = time.perf_counter()
    print('_safe_repr:', middle - start)
    print('pformat:', end - middle)


def _wrap_bytes_repr(object, width, allowance):
    # Literals of four bytes each, as many together as fit on a line.
    current = b''
    last = len(object) // 4 * 4
    for at in range(0, len(object), 4):
        part = object[at:at + 4]
        if at == last:
            width -= allowance
        if len(repr(current + part)) > width:
            if current:
                yield repr(current)
            current = part
        else:
            current += part
    if current:
        yield repr(current)


if __name__ == '__main__':
    _perfcheck()
