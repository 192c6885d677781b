"""Tracebacks as text and as data."""

import _collections_abc
import collections
import itertools
import linecache
import sys

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_CAUSE_TEXT = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT_TEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_REPEATS_SHOWN = 3
_GROUP_RULER = "+---------------- {} ----------------\n"
_GROUP_END = "+------------------------------------\n"


# ---------------------------------------------------------------------------------------------- frames

class FrameSummary:
    """File, line and function of one frame; its source line is read when it is asked for."""

    __slots__ = ('filename', 'lineno', 'name', '_line', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename, self.lineno, self.name, self._line = filename, lineno, name, line
        if lookup_line:
            self.line   # read now, before the file changes
        self.locals = {key: repr(value) for key, value in locals.items()} if locals else None

    @property
    def line(self):
        if self._line is None:
            self._line = linecache.getline(self.filename, self.lineno).strip()
        return self._line

    def _fields(self):
        return self.filename, self.lineno, self.name, self.line

    def __iter__(self):
        return iter(self._fields())

    def __getitem__(self, index):
        return self._fields()[index]

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._fields() == other._fields() and self.locals == other.locals
        if isinstance(other, tuple):
            return self._fields() == other
        return NotImplemented

    def __repr__(self):
        return "<FrameSummary file {}, line {} in {}>".format(self.filename, self.lineno, self.name)


def walk_stack(f):
    """Pairs (frame, line) from a frame outwards; from the caller's caller when it is None."""
    frame = sys._getframe().f_back.f_back if f is None else f
    while frame is not None:
        yield frame, frame.f_lineno
        frame = frame.f_back


def walk_tb(tb):
    """Pairs (frame, line) of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


class StackSummary(list):
    """A list of FrameSummary."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        most = limit
        if most is None and getattr(sys, 'tracebacklimit', None) is not None:
            most = max(sys.tracebacklimit, 0)
        if most is not None:
            # The first ones, or for negative numbers the last ones.
            frame_gen = itertools.islice(frame_gen, most) if most >= 0 else collections.deque(frame_gen, -most)
        result, filenames = klass(), set()
        for frame, lineno in frame_gen:
            code = frame.f_code
            filenames.add(code.co_filename)
            linecache.lazycache(code.co_filename, frame.f_globals)
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=False,
                                       locals=frame.f_locals if capture_locals else None))
        for filename in filenames:
            linecache.checkcache(filename)
        if lookup_lines:
            for summary in result:
                summary.line
        return result

    @classmethod
    def from_list(klass, rows):
        result = klass()
        for row in rows:
            if not isinstance(row, FrameSummary):
                filename, lineno, name, line = row
                row = FrameSummary(filename, lineno, name, line=line)
            result.append(row)
        return result

    def format(self):
        """One string per entry; equal entries beyond the third are counted instead."""
        result = []
        last, count = None, 0

        def close():
            more = count - _REPEATS_SHOWN
            if more > 0:
                result.append('  [Previous line repeated {} more time{}]\n'.format(more, 's' if more > 1 else ''))

        for frame in self:
            place = frame.filename, frame.lineno, frame.name
            if place != last:
                close()
                last, count = place, 0
            count += 1
            if count > _REPEATS_SHOWN:
                continue
            text = '  File "{}", line {}, in {}\n'.format(*place)
            if frame.line:
                text += '    {}\n'.format(frame.line.strip())
            if frame.locals:
                for name, value in sorted(frame.locals.items()):
                    text += '    {} = {}\n'.format(name, value)
            result.append(text)
        close()
        return result


def extract_tb(tb, limit=None):
    """StackSummary of a traceback."""
    return StackSummary.extract(walk_tb(tb), limit=limit)


def extract_stack(f=None, limit=None):
    """StackSummary of the stack, outermost first."""
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    return extract_stack(f, limit=limit).format()


def print_stack(f=None, limit=None, file=None):
    if f is None:
        f = sys._getframe().f_back
    _write(format_stack(f, limit), file)


def _write(lines, file):
    file = sys.stderr if file is None else file
    for line in lines:
        print(line, file=file, end="")


def clear_frames(tb):
    """Drop the local variables of all frames of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass   # still running
        tb = tb.tb_next


# ---------------------------------------------------------------------------------------------- exceptions

def _text_of(value):
    try:
        return str(value)
    except Exception:
        return '<unprintable %s object>' % type(value).__name__

def _notes_of(value):
    try:
        return getattr(value, '__notes__', None)
    except Exception as error:
        return ['Ignored error getting __notes__: ' + _shown(error, '__notes__', repr)]


def _shown(value, what, show=str):
    try:
        return show(value)
    except Exception:
        return '<%s %s() failed>' % (what, show.__name__)


class _Margin:
    """The left edge of what is printed inside exception groups."""

    def __init__(self):
        self.depth = 0          # groups around it; the outermost one counts itself
        self.unclosed = False   # the line under the last member is still missing

    def put(self, lines, first='|'):
        """The lines, each behind the margin."""
        for text in lines:
            if self.depth:
                edge = '  ' * self.depth + first + ' '
                text = ''.join(edge + line for line in text.splitlines(True))
            yield text

    def ruler(self, text):
        return '  ' * self.depth + text


class TracebackException:
    """What is needed to print an exception later: nothing of the exception itself is kept alive."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 max_group_width=15, max_group_depth=10, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                       max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=seen)
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self.exceptions = None
        self.__notes__ = _notes_of(exc_value)

        def linked(other):
            if other is None or id(other) in seen:
                return None
            return TracebackException(type(other), other, other.__traceback__, **options)

        self.__cause__ = linked(exc_value.__cause__) if exc_value is not None else None
        self.__context__ = linked(exc_value.__context__) if exc_value is not None else None
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.exc_traceback = exc_traceback
        self.stack = StackSummary.extract(walk_tb(exc_traceback), limit=limit, lookup_lines=lookup_lines,
                                          capture_locals=capture_locals)
        self.exc_type = exc_type
        self._str = _text_of(exc_value)
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [TracebackException(type(inner), inner, inner.__traceback__, **options)
                               for inner in exc_value.exceptions]
        if exc_type and issubclass(exc_type, SyntaxError):
            self.msg, self.filename, self.lineno = exc_value.msg, exc_value.filename, str(exc_value.lineno)
            self.offset, self.text = exc_value.offset, exc_value.text

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """The last lines: class and message, for a SyntaxError also its place, and the notes."""
        yield from self._class_and_message()
        notes = self.__notes__
        if isinstance(notes, _collections_abc.Sequence) and not isinstance(notes, (str, bytes)):
            for note in notes:
                yield from [line + '\n' for line in _shown(note, 'note').split('\n')]
        elif notes is not None:
            yield _shown(notes, '__notes__', repr) + '\n'

    def _class_and_message(self):
        if self.exc_type is None:
            yield "None: %s\n" % self._str if self._str else "None\n"
            return
        name = self.exc_type.__qualname__
        module = self.exc_type.__module__
        if module not in ("__main__", "builtins"):
            name = module + '.' + name
        if not issubclass(self.exc_type, SyntaxError):
            yield "%s\n" % name if not self._str else "%s: %s\n" % (name, self._str)
            return
        yield '  File "{}", line {}\n'.format(self.filename or "<string>", self.lineno or '?')
        if self.text is not None:
            yield '    {}\n'.format(self.text.strip())
            if self.offset is not None:
                shown = self.text.rstrip('\n')
                before = shown[:min(len(shown), self.offset) - 1].lstrip()
                yield '    {}^\n'.format(''.join(c if c.isspace() else ' ' for c in before))
        yield "{}: {}\n".format(name, self.msg or "<no detail available>")

    def format(self, *, chain=True, _margin=None):
        """All lines, the exceptions it came from first."""
        margin = _Margin() if _margin is None else _margin
        if chain:
            if self.__cause__ is not None:
                yield from self.__cause__.format(chain=chain, _margin=margin)
                yield from margin.put([_CAUSE_TEXT])
            elif self.__context__ is not None and not self.__suppress_context__:
                yield from self.__context__.format(chain=chain, _margin=margin)
                yield from margin.put([_CONTEXT_TEXT])
        if self.exceptions is not None:
            yield from self._format_group(chain, margin)
            return
        if self.exc_traceback is not None:
            yield from margin.put(['Traceback (most recent call last):\n'])
        yield from margin.put(self.stack.format())
        yield from margin.put(self.format_exception_only())

    def _format_group(self, chain, margin):
        if margin.depth > self.max_group_depth:
            yield from margin.put(['... (max_group_depth is {})\n'.format(self.max_group_depth)])
            return
        outermost = margin.depth == 0
        if outermost:
            margin.depth = 1
        if self.exc_traceback is not None:
            yield from margin.put(['Exception Group Traceback (most recent call last):\n'], '+' if outermost else '|')
        yield from margin.put(self.stack.format())
        yield from margin.put(self.format_exception_only())
        more = len(self.exceptions) - self.max_group_width
        rows = [(str(number), inner.format(chain=chain, _margin=margin))
                for number, inner in enumerate(self.exceptions[:self.max_group_width], 1)]
        if more > 0:
            text = 'and {} more exception{}\n'.format(more, 's' if more > 1 else '')
            rows.append(('...', margin.put([text])))
        margin.unclosed = False
        for index, (title, lines) in enumerate(rows, 1):
            margin.unclosed = index == len(rows)
            yield margin.ruler(('+-' if index == 1 else '  ') + _GROUP_RULER.format(title))
            margin.depth += 1
            yield from lines
            if margin.unclosed:
                yield margin.ruler(_GROUP_END)
                margin.unclosed = False
            margin.depth -= 1
        if outermost:
            margin.depth = 0


def format_exception(etype, value, tb, limit=None, chain=True):
    return list(TracebackException(type(value), value, tb, limit=limit).format(chain=chain))


def print_exception(etype, value, tb, limit=None, file=None, chain=True):
    _write(TracebackException(type(value), value, tb, limit=limit).format(chain=chain), file)


def format_exception_only(etype, value):
    return list(TracebackException(etype, value, None).format_exception_only())


def print_exc(limit=None, file=None, chain=True):
    print_exception(*sys.exc_info(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(*sys.exc_info(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)
