"""Regular expressions: matching, searching, splitting and replacing text by patterns.

    .           any character but a newline        [...]  [^...]  a character of the set, or none of it
    ^  $        the beginning, the end             (...)          a group; (?P<name>...) a named one
    *  +  ?     none or more, one or more, perhaps (?:...)        brackets without a group
    {m,n}       from m to n times                  (?P=name) \\1   what the group has matched
    *? +? ??    the same, as few as possible       (?=...) (?!...)    followed by ..., not followed by ...
    a|b         a or b                             (?<=...) (?<!...)  behind ..., not behind ...
    \\d \\s \\w    digits, white space, letters       (?(1)a|b)      a if group 1 has matched, else b
    \\D \\S \\W    anything but these                 (?#...)        a comment
    \\b \\B       at, not at the edge of a word      (?i) (?i-s:...)    flags
    \\A \\Z       the beginning, the very end
"""

import enum
import functools
import sre_compile
import sre_parse

try:
    import _locale
except ImportError:
    _locale = None

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'template',
           'escape', 'error', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE', 'MULTILINE', 'DOTALL',
           'VERBOSE', 'UNICODE']

__version__ = '2.2.1'


_letter_flags = [getattr(sre_compile, 'SRE_FLAG_' + name)
                 for name in 'ASCII IGNORECASE LOCALE UNICODE MULTILINE DOTALL VERBOSE'.split()]


class RegexFlag(enum.IntFlag):
    # The engine's bits. Of two names, the first is the one shown.
    ASCII, IGNORECASE, LOCALE, UNICODE, MULTILINE, DOTALL, VERBOSE = _letter_flags
    A, I, L, U, M, S, X = _letter_flags
    TEMPLATE = T = sre_compile.SRE_FLAG_TEMPLATE
    DEBUG = sre_compile.SRE_FLAG_DEBUG


globals().update(RegexFlag.__members__)

NOFLAG = RegexFlag(0)
error = PatternError = sre_compile.error


def match(pattern, string, flags=0):
    """Match of the pattern at the beginning of the string, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Match of the pattern with all of the string, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first match of the pattern anywhere in the string, or None."""
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """The string with the matches of the pattern replaced.

    repl is a text, in which \\1 and \\g<name> stand for groups, or is called with each match and returns the text.
    """
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """The pair of what sub() returns and the number of replacements."""
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """The pieces of the string between matches of the pattern, together with the texts of its groups."""
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """All matches in the string: their texts, or those of the group, or tuples of those of the groups."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Iterator over the match objects of all matches in the string."""
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    """The pattern object of a regular expression."""
    return _compile(pattern, flags)


def purge():
    """Forget the patterns and templates that have been compiled."""
    _cache.clear()
    _compile_repl.cache_clear()


def template(pattern, flags=0):
    """The pattern object of a regular expression without repetitions."""
    return _compile(pattern, flags | T)


_alphanum_str = frozenset('_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')
_alphanum_bytes = frozenset(b'_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')


def escape(pattern):
    """The text with a backslash before everything but ASCII letters, digits and the underscore."""
    if isinstance(pattern, str):
        plain = _alphanum_str
        return ''.join([char if char in plain else '\\' + char if char != '\0' else '\\000' for char in pattern])
    result = bytearray()
    for byte in pattern:
        if byte in _alphanum_bytes:
            result.append(byte)
        elif byte:
            result += b'\\%c' % byte
        else:
            result += b'\\000'
    return bytes(result)


# ---------------------------------------------------------------------------------------------- caches

_cache = {}   # (type, pattern, flags): (compiled, locale it was compiled for)
_MAXCACHE = 512
Pattern = _pattern_type = type(sre_compile.compile('', 0))
Match = type(sre_compile.compile('', 0).match(''))


def _compile(pattern, flags):
    try:
        compiled, locale = _cache[type(pattern), pattern, flags]
        if locale is None or locale == _locale.setlocale(_locale.LC_CTYPE):
            return compiled
    except KeyError:
        pass
    if isinstance(pattern, _pattern_type):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    if not sre_compile.isstring(pattern):
        raise TypeError('first argument must be string or compiled pattern')
    compiled = sre_compile.compile(pattern, flags)
    if not flags & sre_compile.SRE_FLAG_DEBUG:
        if len(_cache) >= _MAXCACHE:
            _cache.clear()
        locale = None
        if compiled.flags & sre_compile.SRE_FLAG_LOCALE:
            if not _locale:
                return compiled
            locale = _locale.setlocale(_locale.LC_CTYPE)
        _cache[type(pattern), pattern, flags] = compiled, locale
    return compiled


@functools.lru_cache(_MAXCACHE)
def _compile_repl(repl, pattern):
    return sre_parse.parse_template(repl, pattern)


def _expand(pattern, match, template):
    """What match.expand(template) returns."""
    return sre_parse.expand_template(sre_parse.parse_template(template, pattern), match)


def _subx(pattern, template):
    """What sub() puts in place of a match: a text, or a function of the match."""
    template = _compile_repl(template, pattern)
    groups, pieces = template
    if not groups and len(pieces) == 1:
        return pieces[0]

    def filter(match, template=template):
        return sre_parse.expand_template(template, match)
    return filter


# Patterns are pickled as what they were compiled from.
def _pickle(p):
    return _compile, (p.pattern, p.flags)


import copyreg
copyreg.pickle(_pattern_type, _pickle, _compile)


# ---------------------------------------------------------------------------------------------- scanner

class Scanner:
    """Cuts text into tokens by a list of (expression, action) pairs.

    An action is called with the scanner and the token's text; any other object stands for itself, and None drops the token.
    """

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        state = sre_parse.Pattern()
        state.flags = flags
        phrases = []
        for phrase, action in lexicon:
            group = state.opengroup()
            body = sre_parse.parse(phrase, flags)
            tree = sre_parse.SubPattern(state, [(sre_parse.SUBPATTERN, (group, 0, 0, body))])
            state.closegroup(group, tree)
            phrases.append(tree)
        tree = sre_parse.SubPattern(state, [(sre_parse.BRANCH, (None, phrases))])
        self.scanner = sre_compile.compile(tree)

    def scan(self, string):
        """The pair of a list of what the actions returned and the rest of the text that no expression matches."""
        result = []
        match = self.scanner.scanner(string).match
        position = 0
        while True:
            found = match()
            if not found:
                break
            end = found.end()
            if end == position:
                break
            action = self.lexicon[found.lastindex - 1][1]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            position = end
        return result, string[position:]
