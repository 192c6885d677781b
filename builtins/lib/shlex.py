"""Lexer for simple languages that look like a shell's."""

import os
import re
import sys
from collections import deque
from io import StringIO

__all__ = ['shlex', 'split', 'quote']

_ASCII_WORD = 'abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
_LATIN_WORD = ''.join(map(chr, range(0xDF, 0x100))).replace('\xf7', '') + ''.join(map(chr, range(0xC0, 0xDF))).replace('\xd7', '')


class shlex:
    """Tokens of a stream: iterate, or call get_token() until it returns eof.

    The state is what the lexer is in the middle of: ' ' nothing, 'a' a word, 'c' a run of punctuation, a quote or an escape
    character, None behind the end.
    """

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = StringIO(instream)
        self.instream = sys.stdin if instream is None else instream
        self.infile = None if instream is None else infile
        self.posix = posix
        self.eof = None if posix else ''
        self.commenters = '#'
        self.wordchars = _ASCII_WORD
        if posix:
            self.wordchars += _LATIN_WORD
        # The characters that mean something.
        self.whitespace, self.whitespace_split = ' \t\r\n', False
        self.quotes, self.escapedquotes, self.escape = '\'"', '"', '\\'
        # How far the lexer is.
        self.state = self._escaped_state = ' '   # the second: to return to behind an escaped character
        self.token, self.lineno = '', 1
        self.pushback, self.filestack = deque(), deque()
        self.source, self.debug = None, 0
        if punctuation_chars is True:
            punctuation_chars = '();<>|&'
        self.punctuation_chars = punctuation_chars or ''
        if self.punctuation_chars:
            self._pushback_chars = deque()   # read too far while looking for the end of punctuation
            self.wordchars += '~-./*?='
            self.wordchars = self.wordchars.translate(dict.fromkeys(map(ord, self.punctuation_chars)))

    def push_token(self, tok):
        """Make this the next token."""
        if self.debug >= 1:
            print('shlex: pushing token ' + repr(tok))
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        """Read from another stream until it ends."""
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile, self.lineno = newfile, 1
        self.instream = StringIO(newstream) if isinstance(newstream, str) else newstream
        if self.debug:
            print('shlex: pushing to %s' % (self.instream if newfile is None else 'file ' + str(newfile)))

    def pop_source(self):
        """Go back to the stream before."""
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        if self.debug:
            print('shlex: popping to %s, line %d' % (self.instream, self.lineno))
        self.state = ' '

    def get_token(self):
        """The next token; eof at the end of the outermost stream."""
        if self.pushback:
            token = self.pushback.popleft()
            if self.debug >= 1:
                print('shlex: popping token ' + repr(token))
            return token
        token = self.read_token()
        if self.source is not None:
            while token == self.source:
                opened = self.sourcehook(self.read_token())
                if opened:
                    newfile, newstream = opened
                    self.push_source(newstream, newfile)
                token = self.get_token()
        while token == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            token = self.get_token()
        if self.debug >= 1:
            print('shlex: token=' + (repr(token) if token != self.eof else 'EOF'))
        return token

    def _next_char(self):
        if self.punctuation_chars and self._pushback_chars:
            return self._pushback_chars.pop()
        char = self.instream.read(1)
        if char == '\n':
            self.lineno += 1
        return char

    def _skip_line(self):
        self.instream.readline()
        self.lineno += 1

    def read_token(self):
        """The next token of the stream, whatever has been pushed back."""
        quoted = False
        while True:
            char = self._next_char()
            state = self.state
            if self.debug >= 3:
                print('shlex: in state %r I see character: %r' % (state, char))
            if state is None:
                self.token = ''
                break
            if state == ' ':
                if not char:
                    self.state = None
                    break
                if char in self.whitespace:
                    if self.debug >= 2:
                        print('shlex: I see whitespace in whitespace state')
                    if self.token or (self.posix and quoted):
                        break
                elif char in self.commenters:
                    self._skip_line()
                elif self.posix and char in self.escape:
                    self._escaped_state = 'a'
                    self.state = char
                elif char in self.wordchars:
                    self.token = char
                    self.state = 'a'
                elif char in self.punctuation_chars:
                    self.token = char
                    self.state = 'c'
                elif char in self.quotes:
                    if not self.posix:
                        self.token = char
                    self.state = char
                elif self.whitespace_split:
                    self.token = char
                    self.state = 'a'
                else:
                    self.token = char
                    if self.token or (self.posix and quoted):
                        break
            elif state in self.quotes:
                quoted = True
                if not char:
                    raise ValueError('No closing quotation')
                if char == state:
                    if not self.posix:
                        self.token += char
                        self.state = ' '
                        break
                    self.state = 'a'
                elif self.posix and char in self.escape and state in self.escapedquotes:
                    self._escaped_state = state
                    self.state = char
                else:
                    self.token += char
            elif state in self.escape:
                if not char:
                    raise ValueError('No escaped character')
                # Within quotes the escape hides only itself and the quote.
                if self._escaped_state in self.quotes and char != state and char != self._escaped_state:
                    self.token += state
                self.token += char
                self.state = self._escaped_state
            elif self._continue(char, quoted):
                break
        result = self.token
        self.token = ''
        if self.posix and not quoted and result == '':
            result = None
        if self.debug > 1:
            print('shlex: raw token=' + (repr(result) if result else 'EOF'))
        return result

    def _continue(self, char, quoted):
        """In a word or in punctuation: whether the token is complete."""
        complete = self.token or (self.posix and quoted)
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            if self.debug >= 2 and self.state == 'a':
                print('shlex: I see whitespace in word state')
            self.state = ' '
            return complete
        if char in self.commenters:
            self._skip_line()
            if self.posix:
                self.state = ' '
                return complete
            return False
        if self.state == 'c':
            if char in self.punctuation_chars:
                self.token += char
                return False
            if char not in self.whitespace:
                self._pushback_chars.append(char)
            self.state = ' '
            return True
        if self.posix and char in self.quotes:
            self.state = char
        elif self.posix and char in self.escape:
            self._escaped_state = 'a'
            self.state = char
        elif char in self.wordchars or char in self.quotes or self.whitespace_split:
            self.token += char
        else:
            if self.punctuation_chars:
                self._pushback_chars.append(char)
            else:
                self.pushback.appendleft(char)
            if self.debug >= 2:
                print('shlex: I see punctuation in word state')
            self.state = ' '
            return complete
        return False

    def sourcehook(self, newfile):
        """Open the file that a source request names: (name, stream)."""
        if newfile[0] == '"':
            newfile = newfile[1:-1]
        # Relative to the file that asks for it.
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile, 'r')

    def error_leader(self, infile=None, lineno=None):
        """Beginning of an error message, as compilers and Emacs like it."""
        return '"%s", line %d: ' % (self.infile if infile is None else infile, self.lineno if lineno is None else lineno)

    def __next__(self):
        token = self.get_token()
        if token != self.eof:
            return token
        raise StopIteration

    def __iter__(self):
        return self


def split(s, comments=False, posix=True):
    """The words of a command line."""
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ''
    return list(lexer)


_find_unsafe = re.compile(r'[^\w@%+=:,./-]', re.ASCII).search


def quote(s):
    """The text so that a shell takes it as one word."""
    if s and _find_unsafe(s) is None:
        return s
    # A quote is put into double quotes: $'b is '$'"'"'b'.
    return "'%s'" % s.replace("'", "'\"'\"'")


def join(split_command):
    """The command line of which split() makes these words."""
    return ' '.join(map(quote, split_command))


def _print_tokens(lexer):
    for token in iter(lexer.get_token, lexer.eof):
        print('Token: ' + repr(token))


if __name__ == '__main__':
    if len(sys.argv) == 1:
        _print_tokens(shlex())
    else:
        with open(sys.argv[1]) as file:
            _print_tokens(shlex(file, sys.argv[1]))
