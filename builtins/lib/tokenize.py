"""Tokens of Python sources, comments and line ends included.

tokenize(readline) takes lines of bytes, finds their encoding and yields TokenInfo tuples (type, string, start, end, line);
positions are (row, column), rows from 1. Operators have type OP: exact_type tells them apart.
"""

from builtins import open as _builtin_open
from codecs import lookup, BOM_UTF8
import collections
from io import TextIOWrapper
import re
import sys
from token import *
import token

__all__ = token.__all__ + ['COMMENT', 'tokenize', 'detect_encoding', 'NL', 'untokenize', 'ENCODING', 'TokenInfo']

cookie_re = re.compile(r'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', re.ASCII)
blank_re = re.compile(br'^[ \t\f]*(?:[#\r\n]|$)', re.ASCII)

# Kinds of tokens that the grammar does not know.
COMMENT = N_TOKENS
NL = N_TOKENS + 1
ENCODING = N_TOKENS + 2
N_TOKENS += 3
tok_name.update({COMMENT: 'COMMENT', NL: 'NL', ENCODING: 'ENCODING'})

EXACT_TOKEN_TYPES = dict(zip(
    '( ) [ ] : , ; + - * / | & < > = . % { } == != <= >= ~ ^ << >> ** += -= *= /= %= &= |= ^= <<= >>= **= // //= @ @='.split(),
    list(range(LPAR, N_TOKENS))))
tabsize = 8


class TokenInfo(collections.namedtuple('TokenInfo', 'type string start end line')):
    def __repr__(self):
        return 'TokenInfo(type=%d (%s), string=%r, start=%r, end=%r, line=%r)' % (
            self.type, tok_name[self.type], self.string, self.start, self.end, self.line)

    @property
    def exact_type(self):
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


class TokenError(Exception):
    pass


class StopTokenizing(Exception):
    pass


# ---------------------------------------------------------------------------------------------- expressions

def group(*choices):
    return '(' + '|'.join(choices) + ')'


def any(*choices):
    return group(*choices) + '*'


def maybe(*choices):
    return group(*choices) + '?'


def _all_string_prefixes():
    """Every prefix of string literals, in every case and order."""
    prefixes = {''}
    for letters in ('b', 'r', 'u', 'f', 'br', 'fr'):
        for text in (letters, letters[::-1]):
            forms = {''}
            for letter in text:
                forms = {form + choice for form in forms for choice in (letter, letter.upper())}
            prefixes |= forms
    return prefixes


_digits = r'[0-9](?:_?[0-9])*'
_exponent = r'[eE][-+]?' + _digits
_float = group(r'(?:%s\.(?:%s)?|\.%s)(?:%s)?' % (_digits, _digits, _digits, _exponent), _digits + _exponent)

Whitespace = r'[ \f\t]*'
Comment = r'#[^\r\n]*'
Name = r'\w+'
Number = group(group(_digits + '[jJ]', _float + '[jJ]'), _float,
               group(r'0[xX](?:_?[0-9a-fA-F])+', r'0[bB](?:_?[01])+', r'0[oO](?:_?[0-7])+', r'(?:0(?:_?0)*|[1-9](?:_?[0-9])*)'))
StringPrefix = group(*sorted(_all_string_prefixes(), key=lambda prefix: (len(prefix), prefix)))
# The rest of a literal, its closing quotes included.
Single = r"[^'\\]*(?:\\.[^'\\]*)*'"
Double = r'[^"\\]*(?:\\.[^"\\]*)*"'
Single3 = r"[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''"
Double3 = r'[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""'
Triple = StringPrefix + group("'''", '"""')
Operator = group(r'\*\*=?', r'>>=?', r'<<=?', r'!=', r'//=?', r'->', r'[+\-*/%&@|^=<>]=?', r'~')
Funny = group(Operator, r'[][(){}]', group(r'\r?\n', r'\.\.\.', r'[:;.,@]'))
# A literal in one line, or its beginning if a backslash ends the line.
ContStr = StringPrefix + group(r"'[^\n'\\]*(?:\\.[^\n'\\]*)*(?:'|\\\r?\n)", r'"[^\n"\\]*(?:\\.[^\n"\\]*)*(?:"|\\\r?\n)')
PseudoToken = Whitespace + group(r'\\\r?\n|\Z', Comment, Triple, Number, Funny, ContStr, Name)

single_quoted = set()
triple_quoted = set()
endpats = {}
for _prefix in _all_string_prefixes():
    for _quote, _rest, _rest3 in (("'", Single, Single3), ('"', Double, Double3)):
        single_quoted.add(_prefix + _quote)
        triple_quoted.add(_prefix + _quote * 3)
        endpats[_prefix + _quote] = _rest
        endpats[_prefix + _quote * 3] = _rest3
del _prefix, _quote, _rest, _rest3

_compiled = {}


def _compile(expr):
    pattern = _compiled.get(expr)
    if pattern is None:
        pattern = _compiled[expr] = re.compile(expr, re.UNICODE)
    return pattern


# ---------------------------------------------------------------------------------------------- back to text

class Untokenizer:
    """Text from tokens: exact from full ones, merely equivalent from (type, string) pairs."""

    def __init__(self):
        self.tokens, self.encoding = [], None
        # Where the text written so far ends.
        self.prev_row, self.prev_col = 1, 0

    def add_whitespace(self, start):
        end = (self.prev_row, self.prev_col)
        if start < end:
            raise ValueError('start ({},{}) precedes previous end ({},{})'.format(*start, *end))
        rows = start[0] - self.prev_row
        if rows:
            self.tokens.append('\\\n' * rows)
            self.prev_col = 0
        self.tokens.append(' ' * (start[1] - self.prev_col))

    def untokenize(self, iterable):
        iterator = iter(iterable)
        indents = []
        at_line_start = False
        for item in iterator:
            if len(item) == 2:
                self.compat(item, iterator)
                break
            kind, text, start, end, line = item
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind == ENDMARKER:
                break
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                self.prev_row, self.prev_col = end
                continue
            if kind in (NEWLINE, NL):
                at_line_start = True
            elif at_line_start and indents:
                indent = indents[-1]
                if start[1] >= len(indent):
                    self.tokens.append(indent)
                    self.prev_col = len(indent)
                at_line_start = False
            self.add_whitespace(start)
            self.tokens.append(text)
            self.prev_row, self.prev_col = end
            if kind in (NEWLINE, NL):
                self.prev_row += 1
                self.prev_col = 0
        return ''.join(self.tokens)

    def compat(self, item, iterable):
        """The rest of pairs, `item` first."""
        add = self.tokens.append
        indents = []
        at_line_start = item[0] in (NEWLINE, NL)
        after_string = False

        def pairs():
            yield item
            yield from iterable

        for pair in pairs():
            kind, text = pair[:2]
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER, ASYNC, AWAIT):
                text += ' '
            # Neighbouring literals must not grow together.
            if kind == STRING:
                if after_string:
                    text = ' ' + text
                after_string = True
            else:
                after_string = False
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                at_line_start = True
            elif at_line_start and indents:
                add(indents[-1])
                at_line_start = False
            add(text)


def untokenize(iterable):
    """Source text of tokens; bytes if the first one names an encoding."""
    writer = Untokenizer()
    text = writer.untokenize(iterable)
    return text if writer.encoding is None else text.encode(writer.encoding)


# ---------------------------------------------------------------------------------------------- encoding

def _get_normal_name(orig_enc):
    """The names that are common for two encodings become one."""
    name = orig_enc[:12].lower().replace('_', '-')
    for normal, aliases in (('utf-8', ('utf-8',)), ('iso-8859-1', ('latin-1', 'iso-8859-1', 'iso-latin-1'))):
        for alias in aliases:
            if name == alias or name.startswith(alias + '-'):
                return normal
    return orig_enc


def detect_encoding(readline):
    """(encoding, [the lines read for it]) by the mark at the beginning or a comment in the first two lines."""
    try:
        filename = readline.__self__.name
    except AttributeError:
        filename = None
    where = '' if filename is None else ' for {!r}'.format(filename)

    def read():
        try:
            return readline()
        except StopIteration:
            return b''

    def cookie(line):
        try:
            text = line.decode('utf-8')
        except UnicodeDecodeError:
            raise SyntaxError('invalid or missing encoding declaration' + where)
        match = cookie_re.match(text)
        if not match:
            return None
        encoding = _get_normal_name(match.group(1))
        try:
            lookup(encoding)
        except LookupError:
            raise SyntaxError('unknown encoding' + (': ' if filename is None else where + ': ') + encoding)
        if marked:
            if encoding != 'utf-8':
                raise SyntaxError('encoding problem' + (': utf-8' if filename is None else where + ': utf-8'))
            encoding += '-sig'
        return encoding

    first = read()
    marked = first.startswith(BOM_UTF8)
    if marked:
        first = first[3:]
    default = 'utf-8-sig' if marked else 'utf-8'
    if not first:
        return default, []
    encoding = cookie(first)
    if encoding:
        return encoding, [first]
    if not blank_re.match(first):
        return default, [first]
    second = read()
    if not second:
        return default, [first]
    return cookie(second) or default, [first, second]


def open(filename):
    """A source file as text, in the encoding it declares."""
    raw = _builtin_open(filename, 'rb')
    text = None
    try:
        encoding = detect_encoding(raw.readline)[0]
        raw.seek(0)
        text = TextIOWrapper(raw, encoding, line_buffering=True)
        text.mode = 'r'
    finally:
        if text is None:
            raw.close()
    return text


# ---------------------------------------------------------------------------------------------- text to tokens

def tokenize(readline):
    """Tokens of lines of bytes; the first is the ENCODING."""
    encoding, consumed = detect_encoding(readline)

    def lines():
        yield from consumed
        while True:
            try:
                yield readline()
            except StopIteration:
                break
        while True:
            yield b''
    return _tokenize(lines().__next__, encoding)


def generate_tokens(readline):
    """Tokens of lines of text."""
    return _tokenize(readline, None)


def _column(line):
    """(first character that is not indentation, the column it stands in)."""
    column = 0
    for position, char in enumerate(line):
        if char == ' ':
            column += 1
        elif char == '\t':
            column = (column // tabsize + 1) * tabsize
        elif char == '\f':
            column = 0
        else:
            return position, column
    return len(line), column


class _Async:
    """Whether async and await are keywords: only in the body of an async def. Holds back an async until the next token."""

    def __init__(self):
        self.inside = self.body = False
        self.indent = 0
        self.held = None

    def line_starts(self, indent):
        if self.inside and self.body and self.indent >= indent:
            self.inside = self.body = False

    def release(self):
        held, self.held = self.held, None
        return (held,) if held else ()

    def name(self, info, indent):
        """Tokens to hand out for a name."""
        text = info.string
        if text in ('async', 'await') and self.inside:
            return (info._replace(type=ASYNC if text == 'async' else AWAIT),)
        if text == 'async' and not self.held:
            self.held = info
            return ()
        if text == 'def' and self.held:
            self.inside = True
            self.indent = indent
            self.held = self.held._replace(type=ASYNC)
        return self.release() + (info,)


def _tokenize(readline, encoding):
    row = depth = 0
    continued = False
    indents = [0]
    words = _Async()
    literal = None   # (text so far, start, its lines, expression for the rest, whether its lines end in backslashes)
    pseudo_match = _compile(PseudoToken).match
    if encoding is not None:
        if encoding == 'utf-8-sig':
            encoding = 'utf-8'
        yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), '')
    line = ''
    while True:
        last_line = line
        try:
            line = readline()
        except StopIteration:
            line = ''
        if encoding is not None:
            line = line.decode(encoding)
        row += 1
        position, size = 0, len(line)

        if literal:
            text, start, lines, rest, by_backslash = literal
            if not line:
                raise TokenError('EOF in multi-line string', start)
            found = rest.match(line)
            if found:
                position = found.end()
                yield TokenInfo(STRING, text + line[:position], start, (row, position), lines + line)
                literal = None
            elif by_backslash and line[-2:] != '\\\n' and line[-3:] != '\\\r\n':
                yield TokenInfo(ERRORTOKEN, text + line, start, (row, size), lines)
                literal = None
                continue
            else:
                literal = text + line, start, lines + line, rest, by_backslash
                continue
        elif depth == 0 and not continued:
            if not line:
                break
            position, column = _column(line)
            if position == size:
                break
            if line[position] in '#\r\n':
                if line[position] == '#':
                    comment = line[position:].rstrip('\r\n')
                    yield TokenInfo(COMMENT, comment, (row, position), (row, position + len(comment)), line)
                    position += len(comment)
                yield TokenInfo(NL, line[position:], (row, position), (row, size), line)
                continue
            if column > indents[-1]:
                indents.append(column)
                yield TokenInfo(INDENT, line[:position], (row, 0), (row, position), line)
            while column < indents[-1]:
                if column not in indents:
                    raise IndentationError('unindent does not match any outer indentation level',
                                           ('<tokenize>', row, position, line))
                indents.pop()
                words.line_starts(indents[-1])
                yield TokenInfo(DEDENT, '', (row, position), (row, position), line)
            words.line_starts(indents[-1])
        else:
            if not line:
                raise TokenError('EOF in multi-line statement', (row, 0))
            continued = False

        while position < size:
            found = pseudo_match(line, position)
            if not found:
                yield TokenInfo(ERRORTOKEN, line[position], (row, position), (row, position + 1), line)
                position += 1
                continue
            begin, position = found.span(1)
            if begin == position:
                continue
            text = line[begin:position]
            first = text[0]
            start, end = (row, begin), (row, position)
            if first in '0123456789' or first == '.' and text not in ('.', '...'):
                info = TokenInfo(NUMBER, text, start, end, line)
            elif first in '\r\n':
                if words.held:
                    yield from words.release()
                if depth > 0:
                    yield TokenInfo(NL, text, start, end, line)
                else:
                    yield TokenInfo(NEWLINE, text, start, end, line)
                    if words.inside:
                        words.body = True
                continue
            elif first == '#':
                info = TokenInfo(COMMENT, text, start, end, line)
            elif text in triple_quoted:
                rest = _compile(endpats[text])
                closed = rest.match(line, position)
                if not closed:
                    literal = line[begin:], start, line, rest, False
                    break
                position = closed.end()
                info = TokenInfo(STRING, line[begin:position], start, (row, position), line)
            elif first in single_quoted or text[:2] in single_quoted or text[:3] in single_quoted:
                if text[-1] == '\n':
                    quote = next(quote for quote in (first, text[:2], text[:3]) if quote in single_quoted)
                    literal = line[begin:], start, line, _compile(endpats[quote]), True
                    break
                info = TokenInfo(STRING, text, start, end, line)
            elif first.isidentifier():
                yield from words.name(TokenInfo(NAME, text, start, end, line), indents[-1])
                continue
            elif first == '\\':
                continued = True
                continue
            else:
                if first in '([{':
                    depth += 1
                elif first in ')]}':
                    depth -= 1
                info = TokenInfo(OP, text, start, end, line)
            if words.held and info.type != NUMBER and info.type != STRING:   # those overtake it, in 3.6
                yield from words.release()
            yield info

    yield from words.release()
    if last_line and last_line[-1] not in '\r\n':
        yield TokenInfo(NEWLINE, '', (row - 1, len(last_line)), (row - 1, len(last_line) + 1), '')
    for indent in indents[1:]:
        yield TokenInfo(DEDENT, '', (row, 0), (row, 0), '')
    yield TokenInfo(ENDMARKER, '', (row, 0), (row, 0), '')


# ---------------------------------------------------------------------------------------------- command line

def main():
    import argparse

    def fail(message, filename=None, location=None):
        where = '' if filename is None else filename + (':%d:%d' % location if location else '') + ': '
        print('%serror: %s' % (where, message), file=sys.stderr)
        sys.exit(1)

    parser = argparse.ArgumentParser(prog='python -m tokenize')
    parser.add_argument(dest='filename', nargs='?', metavar='filename.py', help='the file to tokenize; defaults to stdin')
    parser.add_argument('-e', '--exact', dest='exact', action='store_true', help='display token names using the exact type')
    options = parser.parse_args()
    filename = options.filename or '<stdin>'
    try:
        if options.filename:
            with _builtin_open(filename, 'rb') as file:
                tokens = list(tokenize(file.readline))
        else:
            tokens = _tokenize(sys.stdin.readline, None)
        for info in tokens:
            kind = info.exact_type if options.exact else info.type
            print('%-20s%-15s%-15r' % ('%d,%d-%d,%d:' % (info.start + info.end), tok_name[kind], info.string))
    except IndentationError as err:
        fail(err.args[0], filename, err.args[1][1:3])
    except TokenError as err:
        fail(err.args[0], filename, err.args[1])
    except SyntaxError as err:
        fail(err, filename)
    except OSError as err:
        fail(err)
    except KeyboardInterrupt:
        print('interrupted')


if __name__ == '__main__':
    main()
