#!/usr/bin/env python3.6
"""Write support/unicode_tables.inc and support/unicode_names.inc.

Must be run by CPython 3.6, whose unicodedata (Unicode 9.0) and str methods are the source of every value:

    python3.6 support/tools/make_unicode_tables.py

Character aliases cannot be enumerated through unicodedata, so candidates are listed in name_aliases.txt; those that
the running interpreter knows are used.
"""
import os
import sys
import unicodedata
import zlib

LIMIT = 0x110000
HERE = os.path.dirname(os.path.abspath(__file__))

ALPHA, DECIMAL, DIGIT, NUMERIC, SPACE, PRINTABLE, UPPER, LOWER, TITLE, CASED, IGNORABLE, XID_START, XID_CONTINUE, \
    LINE_BREAK = (1 << i for i in range(14))
DECOMPOSES, SPECIAL_CASE, NFKC_MAYBE, MIRRORED, WIDE = (1 << i for i in range(5))


def bit(condition, value):
    return value if condition else 0


def flags_of(s):
    """The Property bits of unicode_data.h."""
    sigma = '\u03a3'
    own_context = (s + sigma).lower()[-1] == '\u03c2'        # cased and not ignorable
    ignorable = not own_context and ('A' + s + sigma).lower()[-1] == '\u03c2'
    return (bit(s.isalpha(), ALPHA) | bit(s.isdecimal(), DECIMAL) | bit(s.isdigit(), DIGIT) |
            bit(s.isnumeric(), NUMERIC) | bit(s.isspace(), SPACE) | bit(s.isprintable(), PRINTABLE) |
            bit(s.isupper(), UPPER) | bit(s.islower(), LOWER) | bit(s.istitle() and not s.isupper(), TITLE) |
            bit((s + 'a').title()[-1] == 'a', CASED) | bit(ignorable, IGNORABLE) |
            bit(s.isidentifier(), XID_START) | bit(('a' + s).isidentifier(), XID_CONTINUE) |
            bit(len(('a' + s + 'b').splitlines()) == 2, LINE_BREAK))


def split_blocks(values, shift):
    """Two-stage table: (index of blocks, concatenated distinct blocks)."""
    size = 1 << shift
    seen, index, data = {}, [], []
    for start in range(0, len(values), size):
        block = tuple(values[start:start + size])
        if block not in seen:
            seen[block] = len(data) // size
            data.extend(block)
        index.append(seen[block])
    return index, data


def array(out, kind, name, values, formatter=str):
    out.append('constexpr %s %s[] = {' % (kind, name))
    line = '   '
    for value in values:
        text = formatter(value)
        if len(line) + len(text) + 1 > 119:
            out.append(line)
            line = ''
        line += text + ','
    out.append(line)
    out.append('};')


class Interner:
    """Numbers distinct values in order of appearance."""

    def __init__(self):
        self.numbers, self.values = {}, []

    def __call__(self, value):
        if value not in self.numbers:
            self.numbers[value] = len(self.values)
            self.values.append(value)
        return self.numbers[value]


def utf16(text):
    data = text.encode('utf-16-le', 'surrogatepass')
    return [data[i] | data[i + 1] << 8 for i in range(0, len(data), 2)]


def properties():
    decomposition = {}
    for c in range(LIMIT):
        text = unicodedata.decomposition(chr(c))
        if text and not 0xAC00 <= c <= 0xD7A3:
            parts = text.split()
            compat = parts[0].startswith('<')
            decomposition[c] = (compat, ''.join(chr(int(p, 16)) for p in parts[compat:]))
    pairs = {}
    for c, (compat, mapped) in decomposition.items():
        if not compat and len(mapped) == 2 and unicodedata.normalize('NFC', mapped) == chr(c):
            pairs[mapped] = c
    seconds = {ord(pair[1]) for pair in pairs} | set(range(0x1161, 0x1176)) | set(range(0x11A8, 0x11C3))

    categories, bidis, widths, numerics = Interner(), Interner(), Interner(), Interner()
    categories('Cn'), bidis(''), widths('N'), numerics(None)
    records, special, row = Interner(), [], []
    for c in range(LIMIT):
        s = chr(c)
        maps = [s.lower(), s.upper(), s.title(), s.casefold()]
        extra = bit(c in decomposition, DECOMPOSES)
        if any(len(m) > 1 for m in maps):
            extra |= SPECIAL_CASE
            special.append((c, maps))
            simple = [m[0] if i == 0 else m if len(m) == 1 else s for i, m in enumerate(maps)]
            if len(maps[1]) > 1 and len(maps[2]) == 1:
                simple[1] = maps[2]
        else:
            simple = maps
        surrogate = 0xD800 <= c <= 0xDFFF
        combining = unicodedata.combining(s)
        if not surrogate and (unicodedata.normalize('NFKC', s) != s or c in seconds or combining):
            extra |= NFKC_MAYBE
        extra |= bit(unicodedata.mirrored(s), MIRRORED)
        width = unicodedata.east_asian_width(s)
        extra |= bit(width in 'WF', WIDE)
        row.append(records((flags_of(s), extra, categories(unicodedata.category(s)), combining,
                            bidis(unicodedata.bidirectional(s)), widths(width), unicodedata.decimal(s, -1),
                            unicodedata.digit(s, -1), numerics(unicodedata.numeric(s, None)),
                            ord(simple[0]) - c, ord(simple[1]) - c, ord(simple[2]) - c)))

    out = ['// Generated by support/tools/make_unicode_tables.py from Unicode %s. Do not edit.' % unicodedata.unidata_version]
    shift = min(range(4, 9), key=lambda k: sum(len(t) * w for t, w in zip(split_blocks(row, k), (1, 2))))
    index, data = split_blocks(row, shift)
    out.append('constexpr int kBlockShift = %d;' % shift)
    array(out, 'std::uint8_t' if max(index) < 256 else 'std::uint16_t', 'kBlockIndex', index)
    array(out, 'std::uint16_t', 'kBlockData', data)
    array(out, 'Record', 'kRecords', records.values, lambda r: '{%s}' % ','.join(map(str, r)))
    for name, table in (('kCategories', categories), ('kBidirectional', bidis), ('kWidths', widths)):
        array(out, 'std::string_view', name, table.values, lambda v: '"%s"' % v)
    array(out, 'double', 'kNumerics', numerics.values, lambda v: '0' if v is None else repr(v))
    array(out, 'SpecialCase', 'kSpecialCases', special,
          lambda v: '{0x%x,{%s}}' % (v[0], ','.join('{%s}' % ','.join('0x%x' % ord(x) for x in m) for m in v[1])))

    pool, starts, lengths = [], [], []
    for c in sorted(decomposition):
        compat, mapped = decomposition[c]
        units = utf16(mapped)
        starts.append(len(pool))
        lengths.append(len(units))
        pool.extend(units)
    starts.append(len(pool))
    array(out, 'std::uint32_t', 'kDecomposed', sorted(decomposition),
          lambda c: '0x%x' % (c | bit(decomposition[c][0], 1 << 31)))
    array(out, 'std::uint16_t', 'kDecompositionStart', starts)
    array(out, 'char16_t', 'kDecompositionPool', pool, lambda u: '0x%x' % u)
    array(out, 'Composition', 'kCompositions', sorted(pairs),
          lambda p: '{0x%x,0x%x,0x%x}' % (ord(p[0]), ord(p[1]), pairs[p]))

    # str.casefold differs from str.lower for few characters.
    fold = [(c, ord(chr(c).casefold())) for c in range(LIMIT)
            if len(chr(c).casefold()) == 1 and chr(c).casefold() != chr(c).lower() and len(chr(c).lower()) == 1]
    array(out, 'CodePair', 'kFolds', fold, lambda p: '{0x%x,0x%x}' % p)
    array(out, 'std::uint16_t', 'kAscii', [flags_of(chr(c)) for c in range(128)])
    return out


# ---- names

# Names are sequences of words; a word is a number in 1 to 3 printable characters, frequent words being short.
ALPHABET = ''.join(chr(i) for i in range(0x23, 0x7F) if chr(i) not in '\\?')
ONE = 36
TWO = 44


def word_code(number):
    base = len(ALPHABET)
    if number < ONE:
        return ALPHABET[number]
    number -= ONE
    if number < TWO * base:
        return ALPHABET[ONE + number // base] + ALPHABET[number % base]
    number -= TWO * base
    lead, rest = divmod(number, base * base)
    return ALPHABET[ONE + TWO + lead] + ALPHABET[rest // base] + ALPHABET[rest % base]


def algorithmic(name):
    return name.startswith('CJK UNIFIED IDEOGRAPH-') or name.startswith('HANGUL SYLLABLE ')


def text_array(out, name, text):
    out.append('constexpr char %s[] =' % name)
    for i in range(0, len(text), 110):
        out.append('    "%s"' % text[i:i + 110])
    out[-1] += ';'


def packed_array(out, name, text):
    """The text packed by deflate, with its size before that."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, 9)
    data = packer.compress(text.encode('ascii')) + packer.flush()
    out.append('constexpr std::size_t %sSize = %d;' % (name, len(text)))
    out.append('constexpr char %s[] =' % name)
    for i in range(0, len(data), 60):
        # Octal escapes have three digits, so that no digit after them joins in.
        out.append('    "%s"' % ''.join(chr(b) if 32 <= b < 127 and chr(b) not in '\\?"' else '\\%03o' % b
                                        for b in data[i:i + 60]))
    out[-1] += ';'


def names():
    entries = []
    for c in range(LIMIT):
        name = unicodedata.name(chr(c), '')
        if name and not algorithmic(name):
            entries.append((c, name))
    primary = len(entries)
    aliases = []
    with open(os.path.join(HERE, 'name_aliases.txt')) as candidates:
        for line in candidates:
            name = line.strip()
            try:
                s = unicodedata.lookup(name) if name and name[0] != '#' else ''
            except KeyError:
                continue
            if len(s) == 1 and unicodedata.name(s, '') != name:
                aliases.append((ord(s), name))
    entries += sorted(set(aliases))

    frequency = {}
    for _, name in entries:
        for word in name.split(' '):
            frequency[word] = frequency.get(word, 0) + 1
    words = sorted(frequency, key=lambda w: (-frequency[w], w))
    code = {w: word_code(i) for i, w in enumerate(words)}
    vocabulary = '!' + '!'.join(words) + '!'
    stream, offsets = '!', []
    for i, (_, name) in enumerate(entries):
        if i % 32 == 0:
            offsets.append(len(stream) - 1)
        stream += ''.join(code[w] for w in name.split(' ')) + '!'
    word_offsets, position = [], 0
    for i, word in enumerate(words):
        if i % 32 == 0:
            word_offsets.append(position)
        position += len(word) + 1
    runs = []
    for i, (c, _) in enumerate(entries):
        if i and i != primary and c == entries[i - 1][0] + 1:
            continue
        runs.append((c, i))

    out = ['// Generated by support/tools/make_unicode_tables.py from Unicode %s. Do not edit.' % unicodedata.unidata_version,
           'constexpr std::size_t kPrimaryNames = %d;' % primary,
           'constexpr std::size_t kNames = %d;' % len(entries),
           'constexpr std::size_t kWords = %d;' % len(words),
           'constexpr std::size_t kOneCharacter = %d;' % ONE,
           'constexpr std::size_t kTwoCharacters = %d;' % TWO]
    text_array(out, 'kAlphabet', ALPHABET)
    packed_array(out, 'kVocabulary', vocabulary)
    packed_array(out, 'kNameStream', stream)
    array(out, 'std::uint32_t', 'kWordOffsets', word_offsets)
    array(out, 'std::uint32_t', 'kNameOffsets', offsets)
    array(out, 'NameRun', 'kNameRuns', runs, lambda r: '{0x%x,%d}' % r)
    return out


def write(name, lines):
    path = os.path.join(os.path.dirname(HERE), name)
    with open(path, 'w') as out:
        out.write('\n'.join(lines) + '\n')
    print('%s: %d bytes' % (name, os.path.getsize(path)))


def main():
    if sys.version_info[:2] != (3, 6) or unicodedata.unidata_version != '9.0.0':
        sys.exit('run this with CPython 3.6 (Unicode 9.0.0)')
    write('unicode_tables.inc', properties())
    write('unicode_names.inc', names())


if __name__ == '__main__':
    main()
