"""Cut source into tokens, comments and line ends included; or put tokens together to source.

Run as a script it lists the tokens of a file, or of standard input.
"""

from builtins import open as _builtin_open
from codecs import lookup, BOM_UTF8
import collections
from io import TextIOWrapper
from itertools import chain
import re
import sys
from token import *
import token

COMMENT = N_TOKENS
tok_name[COMMENT] = 'COMMENT'
NL = N_TOKENS + 1
tok_name[NL] = 'NL'
ENCODING = N_TOKENS + 2
tok_name[ENCODING] = 'ENCODING'
N_TOKENS += 3

__all__ = token.__all__ + ['COMMENT', 'tokenize', 'detect_encoding', 'NL', 'untokenize', 'ENCODING', 'TokenInfo']
del token

EXACT_TOKEN_TYPES = {
    '(': LPAR, ')': RPAR, '[': LSQB, ']': RSQB, ':': COLON, ',': COMMA, ';': SEMI, '+': PLUS, '-': MINUS, '*': STAR,
    '/': SLASH, '|': VBAR, '&': AMPER, '<': LESS, '>': GREATER, '=': EQUAL, '.': DOT, '%': PERCENT, '{': LBRACE,
    '}': RBRACE, '==': EQEQUAL, '!=': NOTEQUAL, '<=': LESSEQUAL, '>=': GREATEREQUAL, '~': TILDE, '^': CIRCUMFLEX,
    '<<': LEFTSHIFT, '>>': RIGHTSHIFT, '**': DOUBLESTAR, '+=': PLUSEQUAL, '-=': MINEQUAL, '*=': STAREQUAL,
    '/=': SLASHEQUAL, '%=': PERCENTEQUAL, '&=': AMPEREQUAL, '|=': VBAREQUAL, '^=': CIRCUMFLEXEQUAL,
    '<<=': LEFTSHIFTEQUAL, '>>=': RIGHTSHIFTEQUAL, '**=': DOUBLESTAREQUAL, '//': DOUBLESLASH, '//=': DOUBLESLASHEQUAL,
    '@': AT, '@=': ATEQUAL,
}

tabsize = 8


class TokenInfo(collections.namedtuple('TokenInfo', 'type string start end line')):
    """A token: its kind, its text, where it starts and ends as (row, column), and its line."""

    def __repr__(self):
        return 'TokenInfo(type={}, string={!r}, start={!r}, end={!r}, line={!r})'.format(
            '%d (%s)' % (self.type, tok_name[self.type]), *self[1:])

    @property
    def exact_type(self):
        """For operators the kind of the very one."""
        return EXACT_TOKEN_TYPES.get(self.string, self.type) if self.type == OP else self.type


class TokenError(Exception):
    """Source that ends in the middle of something."""


class StopTokenizing(Exception):
    """For functions that want no more tokens."""


# ---------------------------------------------------------------------------------------------- patterns

def group(*choices):
    return '(' + '|'.join(choices) + ')'


def any(*choices):
    return group(*choices) + '*'


def maybe(*choices):
    return group(*choices) + '?'


Whitespace = r'[ \f\t]*'
Comment = r'#[^\r\n]*'
Name = r'\w+'
Ignore = Whitespace + any(r'\\\r?\n' + Whitespace) + maybe(Comment)

Hexnumber = r'0[xX](?:_?[0-9a-fA-F])+'
Binnumber = r'0[bB](?:_?[01])+'
Octnumber = r'0[oO](?:_?[0-7])+'
Decnumber = r'(?:0(?:_?0)*|[1-9](?:_?[0-9])*)'
Intnumber = group(Hexnumber, Binnumber, Octnumber, Decnumber)
_digits = r'[0-9](?:_?[0-9])*'
Exponent = r'[eE][-+]?' + _digits
Pointfloat = group(_digits + r'\.(?:' + _digits + ')?', r'\.' + _digits) + maybe(Exponent)
Expfloat = _digits + Exponent
Floatnumber = group(Pointfloat, Expfloat)
Imagnumber = group(_digits + r'[jJ]', Floatnumber + r'[jJ]')
Number = group(Imagnumber, Floatnumber, Intnumber)


def _all_string_prefixes():
    """The prefixes of literals in all spellings, and none."""
    prefixes = {''}
    for letters in ('b', 'r', 'u', 'f', 'br', 'fr'):
        orders = {letters, letters[::-1]}
        for order in orders:
            spellings = {''}
            for letter in order:
                spellings = {front + case for front in spellings for case in (letter, letter.upper())}
            prefixes |= spellings
    return prefixes


StringPrefix = group(*sorted(_all_string_prefixes(), key=len, reverse=True))

# Tails of literals, by the quote that opened them.
Single = r"[^'\\]*(?:\\.[^'\\]*)*'"
Double = r'[^"\\]*(?:\\.[^"\\]*)*"'
Single3 = r"[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''"
Double3 = r'[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""'

Triple = group(StringPrefix + "'''", StringPrefix + '"""')
String = group(StringPrefix + r"'[^\n'\\]*(?:\\.[^\n'\\]*)*'", StringPrefix + r'"[^\n"\\]*(?:\\.[^\n"\\]*)*"')

Operator = group(r'\*\*=?', r'>>=?', r'<<=?', r'!=', r'//?=?', r'->', r'[+\-*/%&@|^=<>]=?', r'~')
Bracket = r'[][(){}]'
Special = group(r'\r?\n', r'\.\.\.', r'[:;.,@]')
Funny = group(Operator, Bracket, Special)

PlainToken = group(Number, Funny, String, Name)
Token = Ignore + PlainToken

# Literals that may go on in the next line behind a backslash.
ContStr = group(StringPrefix + r"'[^\n'\\]*(?:\\.[^\n'\\]*)*" + group("'", r'\\\r?\n'),
                StringPrefix + r'"[^\n"\\]*(?:\\.[^\n"\\]*)*' + group('"', r'\\\r?\n'))
PseudoExtras = group(r'\\\r?\n|\Z', Comment, Triple)
PseudoToken = Whitespace + group(PseudoExtras, Number, Funny, ContStr, Name)

endpats = {}
single_quoted = set()
triple_quoted = set()
for _prefix in _all_string_prefixes():
    for _quote, _one, _three in (("'", Single, Single3), ('"', Double, Double3)):
        endpats[_prefix + _quote] = _one
        endpats[_prefix + _quote * 3] = _three
        single_quoted.add(_prefix + _quote)
        triple_quoted.add(_prefix + _quote * 3)
del _prefix, _quote, _one, _three

cookie_re = re.compile(r'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', re.ASCII)
blank_re = re.compile(br'^[ \t\f]*(?:[#\r\n]|$)', re.ASCII)

_compiled = {}


def _compile(pattern):
    # Patterns of this module, compiled when they are first needed. A backslash takes any character along.
    found = _compiled.get(pattern)
    if found is None:
        found = _compiled[pattern] = re.compile(pattern, re.UNICODE | (re.DOTALL if pattern in endpats.values() else 0))
    return found


# ---------------------------------------------------------------------------------------------- encodings

def _get_normal_name(orig_enc):
    """The usual spelling of the two common encodings; others as they are."""
    name = orig_enc[:12].lower().replace('_', '-')
    for usual, spellings in (('utf-8', ('utf-8',)), ('iso-8859-1', ('latin-1', 'iso-8859-1', 'iso-latin-1'))):
        for spelling in spellings:
            if name == spelling or name.startswith(spelling + '-'):
                return usual
    return orig_enc


def detect_encoding(readline):
    """(encoding, lines read) of source, from a mark at its start or a comment in its first two lines."""
    try:
        filename = readline.__self__.name
    except AttributeError:
        filename = None
    has_mark = False

    def wrong(text):
        return SyntaxError(text if filename is None else '{} for {!r}'.format(text, filename))

    def read():
        try:
            return readline()
        except StopIteration:
            return b''

    def cookie_of(line):
        try:
            text = line.decode('utf-8')
        except UnicodeDecodeError:
            raise wrong('invalid or missing encoding declaration') from None
        found = cookie_re.match(text)
        if not found:
            return None
        encoding = _get_normal_name(found.group(1))
        try:
            lookup(encoding)
        except LookupError:
            if filename is None:
                raise SyntaxError('unknown encoding: ' + encoding) from None
            raise SyntaxError('unknown encoding for {!r}: {}'.format(filename, encoding)) from None
        if has_mark:
            if encoding != 'utf-8':
                raise SyntaxError('encoding problem: utf-8' if filename is None
                                  else 'encoding problem for {!r}: utf-8'.format(filename))
            encoding += '-sig'
        return encoding

    first = read()
    if first.startswith(BOM_UTF8):
        has_mark = True
        first = first[3:]
    default = 'utf-8-sig' if has_mark else 'utf-8'
    if not first:
        return default, []
    encoding = cookie_of(first)
    if encoding:
        return encoding, [first]
    if not blank_re.match(first):
        return default, [first]
    second = read()
    if not second:
        return default, [first]
    return cookie_of(second) or default, [first, second]


def open(filename):
    """A source file open for reading, as text in the encoding that it says it has."""
    file = _builtin_open(filename, 'rb')
    try:
        encoding, _ = detect_encoding(file.readline)
        file.seek(0)
        text = TextIOWrapper(file, encoding, line_buffering=True)
        text.mode = 'r'
        return text
    except:
        file.close()
        raise


# ---------------------------------------------------------------------------------------------- source to tokens

def tokenize(readline):
    """The tokens of source that readline() gives as bytes; the first one is its encoding."""
    encoding, consumed = detect_encoding(readline)
    rest = iter(readline, b'')
    empty = iter(lambda: b'', None)
    return _tokenize(chain(consumed, rest, empty).__next__, encoding)


def generate_tokens(readline):
    """The tokens of source that readline() gives as str."""
    return _tokenize(readline, None)


def _indent_width(line):
    # (column that the line starts at, place of its first character): a tab goes to the next multiple of 8.
    column = 0
    for place, char in enumerate(line):
        if char == ' ':
            column += 1
        elif char == '\t':
            column = (column // tabsize + 1) * tabsize
        elif char == '\f':
            column = 0
        else:
            return column, place
    return column, len(line)


class _Async:
    # `async` and `await` are keywords in the body of `async def` only.
    def __init__(self):
        self.inside = False      # behind `async def`
        self.in_body = False     # behind the line of the def
        self.indent = 0
        self.held = None         # an `async` that waits for the word behind it

    def line_ends(self):
        if self.inside:
            self.in_body = True

    def dedent(self, column):
        if self.inside and self.in_body and self.indent >= column:
            self.inside = self.in_body = False
            self.indent = 0


def _tokenize(readline, encoding):
    row = depth = 0
    continued = False
    indents = [0]
    state = _Async()
    literal = None    # [text so far, start, pattern of its end, line, whether it needs a backslash to go on]
    if encoding is not None:
        if encoding == 'utf-8-sig':
            encoding = 'utf-8'
        yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), '')
    line = last_line = ''
    while True:
        last_line = line
        try:
            line = readline()
        except StopIteration:
            line = b''
        if encoding is not None:
            line = line.decode(encoding)
        row += 1
        place, end = 0, len(line)

        if literal:
            if not line:
                raise TokenError('EOF in multi-line string', literal[1])
            found = literal[2].match(line)
            if found:
                place = found.end()
                yield TokenInfo(STRING, literal[0] + line[:place], literal[1], (row, place), literal[3] + line)
                literal = None
            elif literal[4] and line[-2:] != '\\\n' and line[-3:] != '\\\r\n':
                yield TokenInfo(ERRORTOKEN, literal[0] + line, literal[1], (row, end), literal[3])
                literal = None
                continue
            else:
                literal[0] += line
                literal[3] += line
                continue
        elif depth == 0 and not continued:
            if not line:
                break
            column, place = _indent_width(line)
            if place == end:
                break
            if line[place] in '#\r\n':
                if line[place] == '#':
                    text = line[place:].rstrip('\r\n')
                    yield TokenInfo(COMMENT, text, (row, place), (row, place + len(text)), line)
                    place += len(text)
                yield TokenInfo(NL, line[place:], (row, place), (row, end), line)
                continue
            if column > indents[-1]:
                indents.append(column)
                yield TokenInfo(INDENT, line[:place], (row, 0), (row, place), line)
            while column < indents[-1]:
                if column not in indents:
                    raise IndentationError('unindent does not match any outer indentation level',
                                           ('<tokenize>', row, place, line))
                indents.pop()
                state.dedent(indents[-1])
                yield TokenInfo(DEDENT, '', (row, place), (row, place), line)
            state.dedent(indents[-1])
        else:
            if not line:
                raise TokenError('EOF in multi-line statement', (row, 0))
            continued = False

        while place < end:
            found = _compile(PseudoToken).match(line, place)
            if not found:
                yield TokenInfo(ERRORTOKEN, line[place], (row, place), (row, place + 1), line)
                place += 1
                continue
            begin, place = found.span(1)
            if begin == place:
                continue
            start, stop = (row, begin), (row, place)
            text, initial = line[begin:place], line[begin]
            if initial.isdigit() and initial in '0123456789' or initial == '.' and text not in ('.', '...'):
                yield TokenInfo(NUMBER, text, start, stop, line)
            elif initial in '\r\n':
                if state.held:
                    yield state.held
                    state.held = None
                if depth:
                    yield TokenInfo(NL, text, start, stop, line)
                else:
                    yield TokenInfo(NEWLINE, text, start, stop, line)
                    state.line_ends()
            elif initial == '#':
                if state.held:
                    yield state.held
                    state.held = None
                yield TokenInfo(COMMENT, text, start, stop, line)
            elif text in triple_quoted:
                pattern = _compile(endpats[text])
                closed = pattern.match(line, place)
                if not closed:
                    literal = [line[begin:], start, pattern, line, False]
                    break
                place = closed.end()
                yield TokenInfo(STRING, line[begin:place], start, (row, place), line)
            elif initial in single_quoted or text[:2] in single_quoted or text[:3] in single_quoted:
                if text[-1] == '\n':
                    quote = next(text[:n] for n in (1, 2, 3) if text[:n] in single_quoted)
                    literal = [line[begin:], start, _compile(endpats[quote]), line, True]
                    break
                yield TokenInfo(STRING, text, start, stop, line)
            elif initial.isidentifier():
                if text in ('async', 'await') and state.inside:
                    yield TokenInfo(ASYNC if text == 'async' else AWAIT, text, start, stop, line)
                    continue
                word = TokenInfo(NAME, text, start, stop, line)
                if text == 'async' and not state.held:
                    state.held = word
                    continue
                if text == 'def' and state.held:
                    state.inside = True
                    state.indent = indents[-1]
                    yield TokenInfo(ASYNC, *state.held[1:])
                    state.held = None
                if state.held:
                    yield state.held
                    state.held = None
                yield word
            elif initial == '\\':
                continued = True
            else:
                if initial in '([{':
                    depth += 1
                elif initial in ')]}':
                    depth -= 1
                if state.held:
                    yield state.held
                    state.held = None
                yield TokenInfo(OP, text, start, stop, line)
    if state.held:
        yield state.held
    if last_line and last_line[-1] not in '\r\n':
        # The line end that is missing at the end of the file.
        yield TokenInfo(NEWLINE, '', (row - 1, len(last_line)), (row - 1, len(last_line) + 1), '')
    for _ in indents[1:]:
        yield TokenInfo(DEDENT, '', (row, 0), (row, 0), '')
    yield TokenInfo(ENDMARKER, '', (row, 0), (row, 0), '')


# ---------------------------------------------------------------------------------------------- tokens to source

class Untokenizer:
    """Puts tokens together: with their places when they have them, else with spaces between."""

    def __init__(self):
        self.tokens = []
        self.prev_row = 1
        self.prev_col = 0
        self.encoding = None

    def add_whitespace(self, start):
        row, column = start
        if row < self.prev_row or row == self.prev_row and column < self.prev_col:
            raise ValueError('start ({},{}) precedes previous end ({},{})'.format(row, column, self.prev_row, self.prev_col))
        if row > self.prev_row:
            self.tokens.append('\\\n' * (row - self.prev_row))
            self.prev_col = 0
        if column > self.prev_col:
            self.tokens.append(' ' * (column - self.prev_col))

    def untokenize(self, iterable):
        tokens = iter(iterable)
        indents = []
        line_starts = False
        for item in tokens:
            if len(item) == 2:
                self.compat(item, tokens)
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
                line_starts = True
            elif line_starts and indents:
                # Indentation is kept as it was written: tabs stay tabs.
                if start[1] >= len(indents[-1]):
                    self.tokens.append(indents[-1])
                    self.prev_col = len(indents[-1])
                line_starts = False
            self.add_whitespace(start)
            self.tokens.append(text)
            self.prev_row, self.prev_col = end
            if kind in (NEWLINE, NL):
                self.prev_row += 1
                self.prev_col = 0
        return ''.join(self.tokens)

    def compat(self, token, iterable):
        # Tokens without places: names and numbers get a space behind them, adjacent strings one between.
        indents = []
        add = self.tokens.append
        line_starts = token[0] in (NEWLINE, NL)
        after_string = False
        for item in chain([token], iterable):
            kind, text = item[:2]
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER, AWAIT, ASYNC):
                text += ' '
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
                line_starts = True
            elif line_starts and indents:
                add(indents[-1])
                line_starts = False
            add(text)


def untokenize(iterable):
    """Source of tokens (pairs or TokenInfo): bytes when they tell an encoding, else str.

    Of whole TokenInfo the source comes out as it was; of pairs, source that gives the same pairs again.
    """
    writer = Untokenizer()
    text = writer.untokenize(iterable)
    return text if writer.encoding is None else text.encode(writer.encoding)


# ---------------------------------------------------------------------------------------------- as a script

def _fail(text, filename=None, place=None):
    where = '' if filename is None else '%s: ' % filename if place is None else '%s:%d:%d: ' % ((filename,) + place)
    sys.stderr.write('%serror: %s\n' % (where, text))
    sys.exit(1)


def main():
    """List the tokens of a file; -e: with the kinds of the very operators."""
    arguments = sys.argv[1:]
    exact = False
    while arguments and arguments[0] in ('-e', '--exact', '-h', '--help'):
        if arguments.pop(0) in ('-h', '--help'):
            print('usage: python -m tokenize [-h] [-e] [filename.py]')
            return
        exact = True
    filename = '<stdin>'
    try:
        if arguments:
            filename = arguments[0]
            with _builtin_open(filename, 'rb') as file:
                tokens = list(tokenize(file.readline))
        else:
            tokens = _tokenize(sys.stdin.readline, None)
        for tok in tokens:
            place = '%d,%d-%d,%d:' % (tok.start + tok.end)
            print('%-20s%-15s%-15r' % (place, tok_name[tok.exact_type if exact else tok.type], tok.string))
    except IndentationError as error:
        _fail(error.args[0], filename, error.args[1][1:3])
    except TokenError as error:
        _fail(error.args[0], filename, error.args[1])
    except SyntaxError as error:
        _fail(error, filename)
    except OSError as error:
        _fail(error)
    except KeyboardInterrupt:
        print('interrupted\n')


if __name__ == '__main__':
    main()
