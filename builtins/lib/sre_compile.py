"""Compiler of regular expressions: the parser's tree to the code list that the engine runs.

A construct's length stands in its second word and counts from there: it is filled in when the construct is complete.
"""

import _sre
import sre_parse
from sre_constants import *

assert _sre.MAGIC == MAGIC, 'SRE module mismatch'

MAXCODE = 0xFFFFFFFF
_CODEBITS = 32

# Lower case letters that differ, but have the same capital: each matches the others when case is ignored.
_equivalences = (
    (0x69, 0x131), (0x73, 0x17f), (0xb5, 0x3bc), (0x345, 0x3b9, 0x1fbe), (0x390, 0x1fd3), (0x3b0, 0x1fe3), (0x3b2, 0x3d0),
    (0x3b5, 0x3f5), (0x3b8, 0x3d1), (0x3ba, 0x3f0), (0x3c0, 0x3d6), (0x3c1, 0x3f1), (0x3c2, 0x3c3), (0x3c6, 0x3d5),
    (0x1e61, 0x1e9b), (0xfb05, 0xfb06))
_ignorecase_fixes = {char: tuple(other for other in group if other != char) for group in _equivalences for char in group}

_MOST_RANGES = 6   # a set of more pieces than that becomes a bitmap


def isstring(obj):
    return isinstance(obj, (str, bytes))


# ---------------------------------------------------------------------------------------------- sets

def _merge(intervals):
    """The same characters in as few (first, last) pairs as possible, in order."""
    intervals.sort()
    merged = []
    for first, last in intervals:
        if merged and first <= merged[-1][1] + 1:
            if last > merged[-1][1]:
                merged[-1] = merged[-1][0], last
        else:
            merged.append((first, last))
    return merged


def _bitmap(intervals):
    """Eight words for the characters below 256."""
    bits = 0
    for first, last in intervals:
        if first > 255:
            break
        bits |= (1 << min(last, 255) + 1) - (1 << first)
    return [bits >> shift & MAXCODE for shift in range(0, 256, 32)]


def _big_charset(intervals):
    """Words behind BIGCHARSET for intervals in the basic plane: pages of 256 characters, equal ones once."""
    pages = [0] * 256
    for first, last in intervals:
        for page in range(first >> 8, (last >> 8) + 1):
            low = max(first - (page << 8), 0)
            high = min(last - (page << 8), 255)
            pages[page] |= (1 << high + 1) - (1 << low)
    blocks = {}
    index = bytes(blocks.setdefault(bits, len(blocks)) if len(blocks) < 256 or bits in blocks else 0 for bits in pages)
    words = [len(blocks)]
    words += [int.from_bytes(index[i:i + 4], 'little') for i in range(0, 256, 4)]
    for bits in sorted(blocks, key=blocks.get):
        words += [bits >> shift & MAXCODE for shift in range(0, 256, 32)]
    return words


def _folded(items, lower, fixes):
    """Intervals of the lower case forms of literals and ranges; what lies beyond the basic plane stays in a list of codes."""
    intervals = []
    beyond = []
    for op, arg in items:
        first, last = (arg, arg) if op is LITERAL else arg
        if last > 0xFFFF:
            if op is LITERAL:
                beyond += LITERAL, first   # capitals never match here, as in 3.6
            else:
                beyond += RANGE_IGNORE, first, last
        for char in range(first, min(last, 0xFFFF) + 1):
            char = lower(char)
            intervals.append((char, char))
            if fixes and char in fixes:
                intervals += [(other, other) for other in fixes[char]]
    return intervals, beyond


def _compile_charset(charset, flags, code, lower=None, fixes=None):
    """Append the codes of a set, its FAILURE included."""
    add = code.append
    plain = []
    classes = []
    for item in charset:
        op = item[0]
        if op is LITERAL or op is RANGE:
            plain.append(item)
        elif op is NEGATE:
            add(NEGATE)
        elif op is CATEGORY:
            category = item[1]
            if flags & SRE_FLAG_LOCALE:
                category = CH_LOCALE[category]
            elif flags & SRE_FLAG_UNICODE:
                category = CH_UNICODE[category]
            classes += CATEGORY, category
        else:
            raise error('internal: unsupported set operator %r' % (op,))
    if lower:
        intervals, beyond = _folded(plain, lower, fixes)
    else:
        intervals = [(arg, arg) if op is LITERAL else arg for op, arg in plain]
        beyond = ()
    if len(intervals) > 1:
        intervals = _merge(intervals)
    if len(intervals) > _MOST_RANGES:
        if intervals[-1][1] < 256:
            add(CHARSET)
            code += _bitmap(intervals)
            intervals = ()
        else:
            inside = [(first, min(last, 0xFFFF)) for first, last in intervals if first <= 0xFFFF]
            if len(inside) > _MOST_RANGES:
                add(BIGCHARSET)
                code += _big_charset(inside)
                intervals = [(max(first, 0x10000), last) for first, last in intervals if last > 0xFFFF]
    for first, last in intervals:
        if first == last:
            code += LITERAL, first
        else:
            code += RANGE, first, last
    code += beyond
    code += classes
    add(FAILURE)


# ---------------------------------------------------------------------------------------------- codes

def _simple(repeated):
    """Whether what is repeated matches exactly one character and sets no group."""
    low, high = repeated.getwidth()
    return low == high == 1 and repeated.data[0][0] is not SUBPATTERN


def _compile(code, pattern, flags):
    """Append the codes of a sequence."""
    add = code.append
    lower = fixes = None
    if flags & SRE_FLAG_IGNORECASE:
        def lower(char, flags=flags):
            return _sre.getlower(char, flags)
        if flags & SRE_FLAG_UNICODE and not flags & SRE_FLAG_LOCALE:
            fixes = _ignorecase_fixes
    for op, arg in pattern:
        if op is LITERAL or op is NOT_LITERAL:
            if lower is None:
                code += op, arg
                continue
            char = lower(arg)
            if fixes and char in fixes:
                add(IN_IGNORE)
                skip = len(code)
                add(0)
                if op is NOT_LITERAL:
                    add(NEGATE)
                for char in (char,) + fixes[char]:
                    code += LITERAL, char
                add(FAILURE)
                code[skip] = len(code) - skip
            else:
                code += OP_IGNORE[op], char
        elif op is IN:
            add(IN_IGNORE if lower else IN)
            skip = len(code)
            add(0)
            _compile_charset(arg, flags, code, lower, fixes)
            code[skip] = len(code) - skip
        elif op is ANY:
            add(ANY_ALL if flags & SRE_FLAG_DOTALL else ANY)
        elif op is MAX_REPEAT or op is MIN_REPEAT:
            _compile_repeat(code, op, arg, flags)
        elif op is SUBPATTERN:
            group, on, off, body = arg
            if group:
                code += MARK, 2 * group - 2
            _compile(code, body.data, (flags | on) & ~off)
            if group:
                code += MARK, 2 * group - 1
        elif op is BRANCH:
            _compile_branch(code, arg[1], flags)
        elif op is AT:
            if flags & SRE_FLAG_MULTILINE:
                arg = AT_MULTILINE.get(arg, arg)
            if flags & SRE_FLAG_LOCALE:
                arg = AT_LOCALE.get(arg, arg)
            elif flags & SRE_FLAG_UNICODE:
                arg = AT_UNICODE.get(arg, arg)
            code += AT, arg
        elif op is ASSERT or op is ASSERT_NOT:
            add(op)
            skip = len(code)
            back = 0
            if arg[0] < 0:
                back, most = arg[1].getwidth()
                if back != most:
                    raise error('look-behind requires fixed-width pattern')
            code += 0, back
            _compile(code, arg[1].data, flags)
            add(SUCCESS)
            code[skip] = len(code) - skip
        elif op is GROUPREF:
            code += GROUPREF_IGNORE if lower else GROUPREF, arg - 1
        elif op is GROUPREF_EXISTS:
            _compile_conditional(code, arg, flags)
        elif op is CATEGORY:
            if flags & SRE_FLAG_LOCALE:
                arg = CH_LOCALE[arg]
            elif flags & SRE_FLAG_UNICODE:
                arg = CH_UNICODE[arg]
            code += CATEGORY, arg
        elif op is SUCCESS or op is FAILURE:
            add(op)
        else:
            raise ValueError('unsupported operand type', op)


def _compile_repeat(code, op, arg, flags):
    least, most, body = arg
    if flags & SRE_FLAG_TEMPLATE:
        raise error('internal: unsupported template operator %r' % (op,))
    simple = _simple(body)
    if simple:
        code.append(REPEAT_ONE if op is MAX_REPEAT else MIN_REPEAT_ONE)
    else:
        code.append(REPEAT)
    skip = len(code)
    code += 0, least, most
    _compile(code, body.data, flags)
    if simple:
        code.append(SUCCESS)
        code[skip] = len(code) - skip
    else:
        code[skip] = len(code) - skip
        code.append(MAX_UNTIL if op is MAX_REPEAT else MIN_UNTIL)


def _compile_branch(code, branches, flags):
    code.append(BRANCH)
    jumps = []
    for branch in branches:
        skip = len(code)
        code.append(0)
        _compile(code, branch.data, flags)
        code.append(JUMP)
        jumps.append(len(code))
        code.append(0)
        code[skip] = len(code) - skip
    code.append(FAILURE)
    for jump in jumps:
        code[jump] = len(code) - jump


def _compile_conditional(code, arg, flags):
    group, yes, no = arg
    code += GROUPREF_EXISTS, group - 1
    skip = len(code)
    code.append(0)
    _compile(code, yes.data, flags)
    if no is None:
        code[skip] = len(code) - skip + 1
        return
    code.append(JUMP)
    jump = len(code)
    code.append(0)
    code[skip] = len(code) - skip + 1
    _compile(code, no.data, flags)
    code[jump] = len(code) - jump


# ---------------------------------------------------------------------------------------------- what a search may skip

def _literal_prefix(pattern, flags):
    """(characters every match begins with, those of them before any group, whether that is all there is)."""
    prefix = []
    before_groups = None
    for op, arg in pattern:
        if op is LITERAL:
            prefix.append(arg)
        elif op is SUBPATTERN:
            group, on, off, body = arg
            if ((flags | on) & ~off) & SRE_FLAG_IGNORECASE:
                break
            inner, skip, complete = _literal_prefix(body.data, (flags | on) & ~off)
            if before_groups is None:
                if group is not None:
                    before_groups = len(prefix)
                elif skip is not None:
                    before_groups = len(prefix) + skip
            prefix += inner
            if not complete:
                break
        else:
            break
    else:
        return prefix, before_groups, True
    return prefix, before_groups, False


def _first_set(pattern, flags):
    """The set every match's first character is in, or None."""
    while True:
        if not pattern:
            return None
        op, arg = pattern[0]
        if op is not SUBPATTERN:
            break
        flags = (flags | arg[1]) & ~arg[2]
        pattern = arg[3].data
    if flags & SRE_FLAG_IGNORECASE:
        return None
    if op is IN:
        return arg, flags
    if op is LITERAL:
        return [pattern[0]], flags
    if op is BRANCH:
        union = []
        for branch in arg[1]:
            found = _first_set(branch.data, flags)
            if found is None or found[1] != flags or found[0][0][0] is NEGATE:
                return None
            union += found[0]
        return union, flags
    return None


def _compile_info(code, pattern, flags):
    """Append the block that tells a search what to look for."""
    low, high = pattern.getwidth()
    if not low and not flags & SRE_FLAG_IGNORECASE:
        code += INFO, 4, 0, low, high
        return
    prefix = skip = None
    first = None
    whole = False
    if not flags & SRE_FLAG_IGNORECASE:
        prefix, skip, whole = _literal_prefix(pattern.data, flags)
        if not prefix and low:
            first = _first_set(pattern.data, flags)
    code.append(INFO)
    start = len(code)
    code += 0, 0, min(low, MAXCODE), min(high, MAXCODE)
    if prefix:
        whole = whole and skip is None   # groups have to be set
        code[start + 1] = SRE_INFO_PREFIX | SRE_INFO_LITERAL if whole else SRE_INFO_PREFIX
        code += len(prefix), len(prefix) if skip is None else skip
        code += prefix
        code += _generate_overlap_table(prefix)
    elif first:
        code[start + 1] = SRE_INFO_CHARSET
        _compile_charset(first[0], first[1], code)
    code[start] = len(code) - start


def _generate_overlap_table(prefix):
    """For every place, how many characters up to it repeat the beginning."""
    table = [0] * len(prefix)
    length = 0
    for i in range(1, len(prefix)):
        while length and prefix[i] != prefix[length]:
            length = table[length - 1]
        if prefix[i] == prefix[length]:
            length += 1
        table[i] = length
    return table


def _code(p, flags):
    """The code list of a tree."""
    code, all_flags = [], flags | p.pattern.flags
    _compile_info(code, p, all_flags)
    _compile(code, p.data, all_flags)
    return code + [SUCCESS]


def compile(p, flags=0):
    """A pattern object for an expression or for a tree of the parser's."""
    if isinstance(p, (str, bytes)):
        pattern = p
        p = sre_parse.parse(p, flags)
    else:
        pattern = None
    code = _code(p, flags)
    state = p.pattern
    names = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    return _sre.compile(pattern, flags | state.flags, code, state.groups - 1, state.groupdict, names)
