"""Parser of regular expressions: text to a tree of SubPattern objects, and replacement templates to their pieces.

The parser works on the text by index. A construct's function takes the reader, whose `pos` stands behind what introduced
the construct, and leaves it behind the construct. Bytes are read as the characters of the same numbers.
"""

from sre_constants import *
from sre_constants import _NamedIntConstant   # noqa: part of the module's names by tradition

SPECIAL_CHARS = '.\\[{()*+?^$|'
REPEAT_CHARS = '*+?{'
DIGITS = frozenset('0123456789')
OCTDIGITS = frozenset('01234567')
HEXDIGITS = frozenset('0123456789abcdefABCDEF')
ASCIILETTERS = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')
WHITESPACE = frozenset(' \t\n\r\v\f')

FLAGS = {
    'i': SRE_FLAG_IGNORECASE, 'L': SRE_FLAG_LOCALE, 'm': SRE_FLAG_MULTILINE, 's': SRE_FLAG_DOTALL, 'x': SRE_FLAG_VERBOSE,
    'a': SRE_FLAG_ASCII, 't': SRE_FLAG_TEMPLATE, 'u': SRE_FLAG_UNICODE}
GLOBAL_FLAGS = SRE_FLAG_ASCII | SRE_FLAG_LOCALE | SRE_FLAG_UNICODE | SRE_FLAG_TEMPLATE

ESCAPES = {'\\' + name: (LITERAL, ord(char)) for name, char in zip('abfnrtv\\', '\a\b\f\n\r\t\v\\')}

CATEGORIES = {'\\' + letter: (IN, [(CATEGORY, category)]) for letter, category in zip('dDsSwW', (
    CATEGORY_DIGIT, CATEGORY_NOT_DIGIT, CATEGORY_SPACE, CATEGORY_NOT_SPACE, CATEGORY_WORD, CATEGORY_NOT_WORD))}
CATEGORIES.update({'\\A': (AT, AT_BEGINNING_STRING), '\\b': (AT, AT_BOUNDARY), '\\B': (AT, AT_NON_BOUNDARY),
                   '\\Z': (AT, AT_END_STRING)})

_REPEATCODES = frozenset({MIN_REPEAT, MAX_REPEAT})
_UNITCODES = frozenset({ANY, RANGE, IN, LITERAL, NOT_LITERAL, CATEGORY})
_SPECIAL = frozenset(SPECIAL_CHARS)
_REPEAT = frozenset(REPEAT_CHARS)
_LOOKAROUND = frozenset('=!<')
_HEX_ESCAPES = {'x': 2, 'u': 4, 'U': 8}
_ANYTHING = (ANY, None)
_BEGINNING = (AT, AT_BEGINNING)
_END = (AT, AT_END)


class Verbose(Exception):
    """Found a flag x that changes how all of the text has to be read."""


class Pattern:
    """What is known of a whole expression: its flags and its groups."""

    def __init__(self):
        self.flags, self.groupdict = 0, {}
        self.lookbehindgroups = None   # groups there were when the lookbehind began
        self.groupwidths = [None]   # group 0 is the whole

    groups = property(lambda self: len(self.groupwidths))

    def opengroup(self, name=None):
        gid = len(self.groupwidths)
        self.groupwidths.append(None)
        if gid >= MAXGROUPS:
            raise error('too many groups')
        if name is not None:
            known = self.groupdict.get(name)
            if known is not None:
                raise error('redefinition of group name %r as group %d; was group %d' % (name, gid, known))
            self.groupdict[name] = gid
        return gid

    def closegroup(self, gid, p):
        self.groupwidths[gid] = p.getwidth()

    def checkgroup(self, gid):
        return gid < len(self.groupwidths) and self.groupwidths[gid] is not None

    def checklookbehindgroup(self, gid, source):
        if self.lookbehindgroups is not None:
            if not self.checkgroup(gid):
                raise source.error('cannot refer to an open group')
            if gid >= self.lookbehindgroups:
                raise source.error('cannot refer to group defined in the same lookbehind subpattern')


class SubPattern:
    """A sequence of (operation, argument) pairs."""

    def __init__(self, pattern, data=None):
        self.pattern = pattern
        self.data = [] if data is None else data
        self.width = None

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __setitem__(self, index, code):
        self.data[index] = code

    def __getitem__(self, index):
        found = self.data[index]
        return SubPattern(self.pattern, found) if isinstance(index, slice) else found

    def __delitem__(self, index):
        del self.data[index]

    def append(self, code):
        self.data.append(code)

    def insert(self, index, code):
        self.data.insert(index, code)

    def getwidth(self):
        """The least and the greatest number of characters that can match."""
        if self.width is not None:
            return self.width
        low = high = 0
        for op, arg in self.data:
            if op in _UNITCODES:
                low += 1
                high += 1
                continue
            if op is SUBPATTERN:
                least, most = arg[3].getwidth()
            elif op in _REPEATCODES:
                least, most = arg[2].getwidth()
                least *= arg[0]
                most *= arg[1]
            elif op is BRANCH or op is GROUPREF_EXISTS:
                branches = arg[1] if op is BRANCH else arg[1:]
                widths = [(0, 0) if branch is None else branch.getwidth() for branch in branches]
                least = min(width[0] for width in widths)
                most = max(width[1] for width in widths)
            elif op is GROUPREF:
                least, most = self.pattern.groupwidths[arg]
            elif op is SUCCESS:
                break
            else:
                continue
            low += least
            high += most
        self.width = min(low, MAXREPEAT - 1), min(high, MAXREPEAT)
        return self.width

    def dump(self, level=0):
        indent = '  ' * level
        for op, arg in self.data:
            if op is IN:
                print(indent + str(op))
                for op, arg in arg:
                    print(indent + '  ' + str(op), arg)
            elif op is BRANCH or op is GROUPREF_EXISTS:
                group, word, branches = ([], 'OR', arg[1]) if op is BRANCH else (arg[:1], 'ELSE', arg[1:])
                print(indent + str(op), *group)
                for number, branch in enumerate(branches):
                    if number and branch is not None:
                        print(indent + word)
                    if branch is not None:
                        branch.dump(level + 1)
            else:
                parts = arg if isinstance(arg, (tuple, list)) else (arg,)
                print(indent + str(op), *[part for part in parts if not isinstance(part, SubPattern)])
                for part in parts:
                    if isinstance(part, SubPattern):
                        part.dump(level + 1)


class Tokenizer:
    """The text and the place where reading goes on."""

    def __init__(self, string):
        self.istext = isinstance(string, str)
        self.string = string
        self.text = string if self.istext else str(string, 'latin1')
        self.pos = 0

    def tell(self):
        return self.pos

    def seek(self, index):
        self.pos = index

    def error(self, msg, offset=0):
        """The exception for a fault `offset` characters back."""
        return error(msg, self.string, self.pos - offset)

    def match(self, char):
        if self.text.startswith(char, self.pos):
            self.pos += len(char)
            return True
        return False

    def next_token(self):
        """The next character, a backslash together with what it escapes; '' at the end."""
        pos = self.pos
        token = self.text[pos:pos + 1]
        if token == '\\':
            token = self.text[pos:pos + 2]
            if len(token) == 1:
                raise error('bad escape (end of pattern)', self.string, pos)
        self.pos = pos + len(token)
        return token

    get = next_token

    def getwhile(self, n, charset):
        start = end = self.pos
        text = self.text
        limit = min(len(text), start + n)
        while end < limit and text[end] in charset:
            end += 1
        self.pos = end
        return text[start:end]

    def getuntil(self, terminator):
        """A name up to the terminator, which is passed over."""
        start = end = self.pos
        while True:
            token = self.next_token()
            if token == terminator:
                break
            end = self.pos
            if not token:
                break
        name = self.text[start:end]
        if not name:
            self.pos = start
            raise self.error('missing group name')
        if not token:
            raise self.error('missing %s, unterminated name' % terminator, len(name))
        return name


def _hexadecimal(source, escape, digits):
    """Number behind \\x, \\u or \\U."""
    found = source.getwhile(digits, HEXDIGITS)
    escape += found
    if len(found) != digits:
        raise source.error('incomplete escape ' + escape, len(escape))
    number = int(found, 16)
    if number > 0x10FFFF:
        raise source.error('bad escape ' + escape, len(escape))
    return LITERAL, number


def _octal(source, escape, digits):
    number = int(digits, 8)
    if number > 0o377:
        raise source.error('octal escape value %s outside of range 0-0o377' % escape, len(escape))
    return LITERAL, number


def _plain_escape(source, escape):
    if escape[1] in ASCIILETTERS or escape[1] in DIGITS:
        raise source.error('bad escape ' + escape, len(escape))
    return LITERAL, ord(escape[1])


def _class_escape(source, escape):
    """Meaning of an escape inside [...]."""
    code = ESCAPES.get(escape)
    if code is None:
        code = CATEGORIES.get(escape)
        if code is not None and code[0] is not IN:
            code = None
    if code is not None:
        return code
    char = escape[1]
    if char in _HEX_ESCAPES and (char == 'x' or source.istext):
        return _hexadecimal(source, escape, _HEX_ESCAPES[char])
    if char in OCTDIGITS:
        escape += source.getwhile(2, OCTDIGITS)
        return _octal(source, escape, escape[1:])
    return _plain_escape(source, escape)


def _escape(source, escape, state):
    """Meaning of an escape outside [...]."""
    code = CATEGORIES.get(escape) or ESCAPES.get(escape)
    if code is not None:
        return code
    char = escape[1]
    if char in _HEX_ESCAPES and (char == 'x' or source.istext):
        return _hexadecimal(source, escape, _HEX_ESCAPES[char])
    if char == '0':
        escape += source.getwhile(2, OCTDIGITS)
        return LITERAL, int(escape[1:], 8)
    if char not in DIGITS:
        return _plain_escape(source, escape)
    # Three octal digits are a character, anything less is a group.
    second = source.getwhile(1, DIGITS)
    escape += second
    if second in OCTDIGITS and char in OCTDIGITS:
        third = source.getwhile(1, OCTDIGITS)
        if third:
            escape += third
            return _octal(source, escape, escape[1:])
    group = int(escape[1:])
    if group >= state.groups:
        raise source.error('invalid group reference %d' % group, len(escape) - 1)
    if not state.checkgroup(group):
        raise source.error('cannot refer to an open group', len(escape))
    state.checklookbehindgroup(group, source)
    return GROUPREF, group


def _parse_sub(source, state, verbose, nested):
    """Alternatives, up to a closing parenthesis or the end."""
    branches = [_parse(source, state, verbose, nested + 1, not nested)]
    text = source.text
    while text.startswith('|', source.pos):
        source.pos += 1
        branches.append(_parse(source, state, verbose, nested + 1))
    if len(branches) == 1:
        return branches[0]
    result = SubPattern(state)
    lists = [branch.data for branch in branches]
    # What all of them begin with stands in front of the branch.
    common = 0
    for codes in zip(*lists):
        first = codes[0]
        for code in codes:
            if code != first:
                break
        else:
            common += 1
            continue
        break
    if common:
        result.data.extend(lists[0][:common])
        for codes in lists:
            del codes[:common]
    if all(len(codes) == 1 and codes[0][0] is LITERAL for codes in lists):
        result.data.append((IN, [codes[0] for codes in lists]))
    else:
        result.data.append((BRANCH, (None, branches)))
    return result


def _parse(source, state, verbose, nested, first=False):
    """A sequence, up to a bar, a closing parenthesis or the end."""
    text = source.text
    size = len(text)
    data = []
    add = data.append
    pos = source.pos
    while pos < size:
        char = text[pos]
        if char not in _SPECIAL:
            if verbose:
                if char in WHITESPACE:
                    pos += 1
                    continue
                if char == '#':
                    pos = _skip_comment(source, pos + 1)
                    continue
            pos += 1
            add((LITERAL, ord(char)))
        elif char == '|' or char == ')':
            break
        elif char == '\\':
            source.pos = pos + 2
            if pos + 1 >= size:
                raise error('bad escape (end of pattern)', source.string, pos)
            add(_escape(source, text[pos:pos + 2], state))
            pos = source.pos
        elif char == '(':
            source.pos = pos + 1
            code = _parse_group(source, state, verbose, nested, first and not data)
            if code is not None:
                add(code)
            pos = source.pos
        elif char == '[':
            source.pos = pos + 1
            add(_parse_set(source))
            pos = source.pos
        elif char == '.':
            pos += 1
            add(_ANYTHING)
        elif char in _REPEAT:
            source.pos = pos + 1
            limits = _parse_limits(source, char)
            if limits is None:   # a brace that repeats nothing
                add((LITERAL, 123))
            else:
                _repeat(source, state, data, limits, pos)
            pos = source.pos
        elif char == '^':
            pos += 1
            add(_BEGINNING)
        else:
            pos += 1
            add(_END)
    source.pos = pos
    return SubPattern(state, data)


def _skip_comment(source, pos):
    """Behind a comment in verbose mode. A backslash hides the character behind it."""
    text = source.text
    size = len(text)
    while pos < size:
        char = text[pos]
        pos += 1
        if char == '\n':
            break
        if char == '\\':
            if pos >= size:
                raise error('bad escape (end of pattern)', source.string, pos - 1)
            pos += 1
    return pos


def _parse_limits(source, char):
    """(least, most) of a repetition; None for a brace that is only a brace."""
    if char == '*':
        return 0, MAXREPEAT
    if char == '+':
        return 1, MAXREPEAT
    if char == '?':
        return 0, 1
    start = source.pos
    if source.match('}'):
        source.pos = start
        return None
    least = source.getwhile(len(source.text), DIGITS)
    most = source.getwhile(len(source.text), DIGITS) if source.match(',') else least
    if not source.match('}'):
        source.pos = start
        return None
    low, high = 0, MAXREPEAT
    if least:
        low = int(least)
        if low >= MAXREPEAT:
            raise OverflowError('the repetition number is too large')
    if most:
        high = int(most)
        if high >= MAXREPEAT:
            raise OverflowError('the repetition number is too large')
        if high < low:
            raise source.error('min repeat greater than max repeat', source.pos - start)
    return low, high


def _repeat(source, state, data, limits, start):
    """Make the last item of the data a repetition."""
    if not data or data[-1][0] is AT:
        raise source.error('nothing to repeat', source.pos - start)
    item = data[-1]
    if item[0] in _REPEATCODES:
        raise source.error('multiple repeat', source.pos - start)
    op = MIN_REPEAT if source.match('?') else MAX_REPEAT
    data[-1] = op, (limits[0], limits[1], SubPattern(state, [item]))


def _parse_set(source):
    """Behind an opening bracket: the code of the set."""
    start = source.pos - 1
    items = []
    negate = source.match('^')
    get = source.next_token
    token = get()
    while True:   # the first token is never the end
        if not token:
            raise source.error('unterminated character set', source.pos - start)
        low = _class_escape(source, token) if token[0] == '\\' else (LITERAL, ord(token))
        following = get()
        if following == '-':
            last = get()
            if not last:
                raise source.error('unterminated character set', source.pos - start)
            if last == ']':
                items.append(low[1][0] if low[0] is IN else low)
                items.append((LITERAL, 45))
                break
            high = _class_escape(source, last) if last[0] == '\\' else (LITERAL, ord(last))
            if low[0] is not LITERAL or high[0] is not LITERAL or high[1] < low[1]:
                raise source.error('bad character range %s-%s' % (token, last), len(token) + 1 + len(last))
            items.append((RANGE, (low[1], high[1])))
            following = get()
        else:
            items.append(low[1][0] if low[0] is IN else low)
        if following == ']':
            break
        token = following
    if len(items) == 1 and items[0][0] is LITERAL:
        return (NOT_LITERAL, items[0][1]) if negate else items[0]
    if negate:
        items.insert(0, (NEGATE, None))
    return IN, items


def _parse_group(source, state, verbose, nested, first):
    """Behind an opening parenthesis: the code of the group, None for what leaves no trace."""
    start = source.pos - 1
    name = None
    capture = True
    add_flags = del_flags = 0
    if source.match('?'):
        capture = False
        char = source.next_token()
        if not char:
            raise source.error('unexpected end of pattern')
        if char == ':':
            pass
        elif char == 'P':
            if source.match('<'):
                name = source.getuntil('>')
                if not name.isidentifier():
                    raise source.error('bad character in group name %r' % name, len(name) + 1)
                capture = True
            elif source.match('='):
                return _parse_named_reference(source, state)
            else:
                char = source.next_token()
                if not char:
                    raise source.error('unexpected end of pattern')
                raise source.error('unknown extension ?P' + char, len(char) + 2)
        elif char == '#':
            # A backslash pairs with what follows it, here too.
            while True:
                char = source.next_token()
                if not char:
                    raise source.error('missing ), unterminated comment', source.pos - start)
                if char == ')':
                    return None
        elif char in _LOOKAROUND:
            return _parse_lookaround(source, state, verbose, nested, char, start)
        elif char == '(':
            return _parse_conditional(source, state, verbose, nested, start)
        elif char in FLAGS or char == '-':
            flags = _parse_flags(source, state, char)
            if flags is None:
                _global_flags(source, state, verbose, first)
                return None
            add_flags, del_flags = flags
        else:
            raise source.error('unknown extension ?' + char, len(char) + 1)
    group = None
    if capture:
        try:
            group = state.opengroup(name)
        except error as err:
            raise source.error(err.msg, len(name) + 1) from None
    inner_verbose = (verbose or add_flags & SRE_FLAG_VERBOSE) and not del_flags & SRE_FLAG_VERBOSE
    body = _parse_sub(source, state, inner_verbose, nested + 1)
    if not source.match(')'):
        raise source.error('missing ), unterminated subpattern', source.pos - start)
    if group is not None:
        state.closegroup(group, body)
    return SUBPATTERN, (group, add_flags, del_flags, body)


def _parse_named_reference(source, state):
    name = source.getuntil(')')
    if not name.isidentifier():
        raise source.error('bad character in group name %r' % name, len(name) + 1)
    group = state.groupdict.get(name)
    if group is None:
        raise source.error('unknown group name %r' % name, len(name) + 1)
    if not state.checkgroup(group):
        raise source.error('cannot refer to an open group', len(name) + 1)
    state.checklookbehindgroup(group, source)
    return GROUPREF, group


def _parse_lookaround(source, state, verbose, nested, char, start):
    direction = 1
    outer_groups = state.lookbehindgroups
    if char == '<':
        char = source.next_token()
        if not char:
            raise source.error('unexpected end of pattern')
        if char != '=' and char != '!':
            raise source.error('unknown extension ?<' + char, len(char) + 2)
        direction = -1
        if outer_groups is None:
            state.lookbehindgroups = state.groups
    body = _parse_sub(source, state, verbose, nested + 1)
    if direction < 0 and outer_groups is None:
        state.lookbehindgroups = None
    if not source.match(')'):
        raise source.error('missing ), unterminated subpattern', source.pos - start)
    return (ASSERT if char == '=' else ASSERT_NOT), (direction, body)


def _parse_conditional(source, state, verbose, nested, start):
    name = source.getuntil(')')
    if name.isidentifier():
        group = state.groupdict.get(name)
        if group is None:
            raise source.error('unknown group name %r' % name, len(name) + 1)
    else:
        try:
            group = int(name)
            if group < 0:
                raise ValueError
        except ValueError:
            raise source.error('bad character in group name %r' % name, len(name) + 1) from None
        if not group:
            raise source.error('bad group number', len(name) + 1)
        if group >= MAXGROUPS:
            raise source.error('invalid group reference %d' % group, len(name) + 1)
    state.checklookbehindgroup(group, source)
    yes = _parse(source, state, verbose, nested + 1)
    no = None
    if source.match('|'):
        no = _parse(source, state, verbose, nested + 1)
        if source.text.startswith('|', source.pos):
            raise source.error('conditional backref with more than two branches')
    if not source.match(')'):
        raise source.error('missing ), unterminated subpattern', source.pos - start)
    return SUBPATTERN, (None, 0, 0, SubPattern(state, [(GROUPREF_EXISTS, (group, yes, no))]))


def _parse_flags(source, state, char):
    """Letters behind (?: flags switched on and off for a group, or None when they held for the whole expression."""
    add_flags = del_flags = 0
    if char != '-':
        while True:
            add_flags |= FLAGS[char]
            char = source.next_token()
            if not char:
                raise source.error('missing -, : or )')
            if char in ')-:':
                break
            if char not in FLAGS:
                raise source.error('unknown flag' if char.isalpha() else 'missing -, : or )', len(char))
    if char == ')':
        state.flags |= add_flags
        return None
    if add_flags & GLOBAL_FLAGS:
        raise source.error('bad inline flags: cannot turn on global flag', 1)
    if char == '-':
        char = source.next_token()
        if not char:
            raise source.error('missing flag')
        if char not in FLAGS:
            raise source.error('unknown flag' if char.isalpha() else 'missing flag', len(char))
        while True:
            del_flags |= FLAGS[char]
            char = source.next_token()
            if not char:
                raise source.error('missing :')
            if char == ':':
                break
            if char not in FLAGS:
                raise source.error('unknown flag' if char.isalpha() else 'missing :', len(char))
    if del_flags & GLOBAL_FLAGS:
        raise source.error('bad inline flags: cannot turn off global flag', 1)
    if add_flags & del_flags:
        raise source.error('bad inline flags: flag turned on and off', 1)
    return add_flags, del_flags


def _global_flags(source, state, verbose, first):
    """After flags for the whole expression have been read."""
    if not first:
        import sys
        import warnings
        inside = 0   # frames of this module; behind them come three of sre_compile and re
        frame = sys._getframe()
        while frame is not None and frame.f_globals is globals():
            inside += 1
            frame = frame.f_back
        warnings.warn('Flags not at the start of the expression %r%s' % (
            source.string[:20], ' (truncated)' if len(source.string) > 20 else ''), DeprecationWarning, stacklevel=inside + 4)
    if state.flags & SRE_FLAG_VERBOSE and not verbose:
        raise Verbose


def fix_flags(src, flags):
    """Check flags that exclude each other; text without ASCII is Unicode."""
    if isinstance(src, str):
        if flags & SRE_FLAG_LOCALE:
            raise ValueError('cannot use LOCALE flag with a str pattern')
        if not flags & SRE_FLAG_ASCII:
            return flags | SRE_FLAG_UNICODE
        if flags & SRE_FLAG_UNICODE:
            raise ValueError('ASCII and UNICODE flags are incompatible')
    else:
        if flags & SRE_FLAG_UNICODE:
            raise ValueError('cannot use UNICODE flag with a bytes pattern')
        if flags & SRE_FLAG_LOCALE and flags & SRE_FLAG_ASCII:
            raise ValueError('ASCII and LOCALE flags are incompatible')
    return flags


def parse(str, flags=0, pattern=None):
    """The tree of a regular expression."""
    source = Tokenizer(str)
    state = Pattern() if pattern is None else pattern
    state.flags, state.str = flags, str
    try:
        tree = _parse_sub(source, state, flags & SRE_FLAG_VERBOSE, 0)
    except Verbose:
        # From the start again, now knowing that white space does not count.
        state = Pattern()
        state.flags, state.str = flags | SRE_FLAG_VERBOSE, str
        source.pos = 0
        tree = _parse_sub(source, state, True, 0)
    tree.pattern.flags = fix_flags(str, tree.pattern.flags)
    if source.pos < len(source.text):
        raise source.error('unbalanced parenthesis')
    if flags & SRE_FLAG_DEBUG:
        tree.dump()
    return tree


# ---------------------------------------------------------------------------------------------- templates

def parse_template(source, pattern):
    """Pieces of a replacement: ([(index, group), ...], [literal or None, ...]), None where a group comes in."""
    source = Tokenizer(source)
    text = source.text
    groups = []
    pieces = []
    literal = []

    def add_group(group, offset):
        if group > pattern.groups:
            raise source.error('invalid group reference %d' % group, offset)
        if literal:
            pieces.append(''.join(literal))
            del literal[:]
        groups.append((len(pieces), group))
        pieces.append(None)

    while True:
        start = source.pos
        found = text.find('\\', start)
        if found < 0:
            if start < len(text):
                literal.append(text[start:])
            break
        if found > start:
            literal.append(text[start:found])
        source.pos = found
        escape = source.next_token()
        char = escape[1]
        if char == 'g':
            add_group(*_template_group(source, pattern))
        elif char == '0':
            escape += source.getwhile(2, OCTDIGITS)
            literal.append(chr(int(escape[1:], 8) & 0xFF))
        elif char in DIGITS:
            second = source.getwhile(1, DIGITS)
            escape += second
            if second and char in OCTDIGITS and second in OCTDIGITS:
                third = source.getwhile(1, OCTDIGITS)
                if third:
                    literal.append(chr(_octal(source, escape + third, escape[1:] + third)[1]))
                    continue
            add_group(int(escape[1:]), len(escape) - 1)
        elif escape in ESCAPES:
            literal.append(chr(ESCAPES[escape][1]))
        else:
            if char in ASCIILETTERS:
                import warnings
                warnings.warn('bad escape ' + escape, DeprecationWarning, stacklevel=4)
            literal.append(escape)
    if literal:
        pieces.append(''.join(literal))
    if not source.istext:
        pieces = [None if piece is None else piece.encode('latin-1') for piece in pieces]
    return groups, pieces


def _template_group(source, pattern):
    """Behind \\g: the group, and how far its name reaches back."""
    if not source.match('<'):
        raise source.error('missing <')
    name = source.getuntil('>')
    if name.isidentifier():
        try:
            group = pattern.groupindex[name]
        except KeyError:
            raise IndexError('unknown group name %r' % name) from None
    else:
        try:
            group = int(name)
            if group < 0:
                raise ValueError
        except ValueError:
            raise source.error('bad character in group name %r' % name, len(name) + 1) from None
        if group >= MAXGROUPS:
            raise source.error('invalid group reference %d' % group, len(name) + 1)
    return group, len(name) + 1


def expand_template(template, match):
    """The replacement for a match; groups that took no part are empty."""
    groups, pieces = template
    pieces = pieces[:]
    get = match.group
    empty = match.string[:0]
    try:
        for index, group in groups:
            pieces[index] = get(group) or empty
    except IndexError:
        raise error('invalid group reference %d' % index)
    return empty.join(pieces)
