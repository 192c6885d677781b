"""Names and shell patterns.

    *       anything, also nothing        [seq]   a character of seq
    ?       any character                 [!seq]  a character not in seq
"""

import functools
import os
import posixpath
import re

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def fnmatch(name, pat):
    """Whether the name matches, case and separators taken as the system takes them."""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


@functools.lru_cache(maxsize=256, typed=True)
def _compile_pattern(pat):
    if isinstance(pat, bytes):
        expression = translate(str(pat, 'ISO-8859-1')).encode('ISO-8859-1')
    else:
        expression = translate(pat)
    return re.compile(expression).match


def filter(names, pat):
    """The names that match."""
    pat = os.path.normcase(pat)
    matches = _compile_pattern(pat)
    if os.path is posixpath:   # names stay as they are
        return [name for name in names if matches(name)]
    return [name for name in names if matches(os.path.normcase(name))]


def fnmatchcase(name, pat):
    """Whether the name matches, letter by letter."""
    return _compile_pattern(pat)(name) is not None


def translate(pat):
    """The regular expression for a pattern."""
    parts = []
    i = 0
    while i < len(pat):
        char = pat[i]
        i += 1
        if char == '*':
            parts.append('.*')
        elif char == '?':
            parts.append('.')
        elif char == '[':
            # The first character of a set is never its end.
            start = i + 1 if pat[i:i + 1] == '!' else i
            end = pat.find(']', start + 1)
            if end < 0:
                parts.append('\\[')
                continue
            inside = pat[i:end].replace('\\', '\\\\')
            if inside[0] == '!':
                inside = '^' + inside[1:]
            elif inside[0] == '^':
                inside = '\\' + inside
            parts.append('[%s]' % inside)
            i = end + 1
        else:
            parts.append(re.escape(char))
    return '(?s:%s)\\Z' % ''.join(parts)
