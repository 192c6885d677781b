"""Break text into lines, and move lines to the right or left."""

import re

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_whitespace = '\t\n\x0b\x0c\r '


class TextWrapper:
    """Breaks text into lines of at most `width` characters.

    initial_indent, subsequent_indent: what stands in front of the first line and of the others (counted in the width);
    expand_tabs, tabsize: tabs become spaces first; replace_whitespace: then all white space becomes spaces;
    fix_sentence_endings: two spaces behind the end of a sentence; break_long_words: cut words longer than a line;
    drop_whitespace: none at the edges of lines; break_on_hyphens: compound words may be cut behind hyphens;
    max_lines, placeholder: no more lines than that, the last one ending in the placeholder.
    """

    unicode_whitespace_trans = {}
    uspace = ord(' ')
    for x in _whitespace:
        unicode_whitespace_trans[ord(x)] = uspace

    _letter = r'[^\d\W]'
    _mark = r'[\w!"\'&.,?]'
    # Where a line may end: white space, a dash of two hyphens or more between words, behind a hyphen in a word.
    wordsep_re = re.compile(r'''
        ( [{space}]+
        | (?<={mark}) -{{2,}} (?=\w)
        | [^{space}] (?: [^{space}]*? (?:
              -(?: (?<={letter}{{2}}-) | (?<={letter}-{letter}-) ) (?= {letter} -? {letter} )
            | (?=[{space}]|\Z)
            | (?<={mark}) (?=-{{2,}}\w)
            ) )
        )'''.format(space=re.escape(_whitespace), letter=_letter, mark=_mark), re.VERBOSE)
    wordsep_simple_re = re.compile(r'([%s]+)' % re.escape(_whitespace))
    # The end of a sentence: a small letter, a mark, perhaps a closing quote.
    sentence_end_re = re.compile(r'[a-z][\.\!\?][\"\']?\Z')
    del _letter, _mark

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8,
                 *, max_lines=None, placeholder=' [...]'):
        # The form of the lines.
        self.width, self.max_lines, self.placeholder = width, max_lines, placeholder
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        # What happens to white space.
        self.expand_tabs, self.tabsize = expand_tabs, tabsize
        self.replace_whitespace, self.drop_whitespace = replace_whitespace, drop_whitespace
        # What happens to words.
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens
        self.fix_sentence_endings = fix_sentence_endings

    # --- steps that subclasses may change
    def _munge_whitespace(self, text):
        expanded = text.expandtabs(self.tabsize) if self.expand_tabs else text
        return expanded.translate(self.unicode_whitespace_trans) if self.replace_whitespace else expanded

    def _split(self, text):
        """The pieces that lines are made of: words, parts of words, white space."""
        pattern = self.wordsep_re if self.break_on_hyphens is True else self.wordsep_simple_re
        return [piece for piece in pattern.split(text) if piece]

    def _fix_sentence_endings(self, chunks):
        # Single spaces behind sentences become two, in place.
        at = 0
        while at < len(chunks) - 1:
            if chunks[at + 1] == ' ' and self.sentence_end_re.search(chunks[at]):
                chunks[at + 1] = '  '
                at += 1
            at += 1

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        # A word that does not fit on any line: a part of it goes here, or it gets a line of its own.
        room = 1 if width < 1 else width - cur_len
        if self.break_long_words:
            cur_line.append(reversed_chunks[-1][:room])
            reversed_chunks[-1] = reversed_chunks[-1][room:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _end_with_placeholder(self, lines, line, length, width, indent):
        # The last line allowed, though there is more text.
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                lines.append(indent + ''.join(line) + self.placeholder)
                return
            length -= len(line.pop())
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        lines = []
        chunks.reverse()   # taken from the end
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line, length = [], 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            rest_is_blank = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or rest_is_blank and length <= width:
                lines.append(indent + ''.join(line))
            else:
                self._end_with_placeholder(lines, line, length, width, indent)
                break
        return lines

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    # --- for everybody
    def wrap(self, text):
        """The lines of a paragraph, without line ends."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """A paragraph as text of several lines."""
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph; keywords as TextWrapper has them."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A paragraph broken into lines; keywords as TextWrapper has them."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """One line of at most that many characters; what does not fit becomes ' [...]'."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


_whitespace_only_re = re.compile('^[ \t]+$', re.MULTILINE)
_leading_whitespace_re = re.compile('(^[ \t]*)(?:[^ \t\n])', re.MULTILINE)


def dedent(text):
    """Text without the white space that all its lines have in front. Tabs and spaces are different."""
    text = _whitespace_only_re.sub('', text)
    common = None
    for front in _leading_whitespace_re.findall(text):
        if common is None:
            common = front
        else:
            size = 0
            while size < len(common) and size < len(front) and common[size] == front[size]:
                size += 1
            common = common[:size]
    if common:
        text = re.sub(r'(?m)^' + common, '', text)
    return text


def indent(text, prefix, predicate=None):
    """Text with a prefix in front of the lines that are not blank, or that the predicate picks."""
    if predicate is None:
        predicate = str.strip
    return ''.join(prefix + line if predicate(line) else line for line in text.splitlines(True))
