"""Warnings: filters, formatting, and the context manager. The work is done in _warnings."""

import sys
import _warnings
from _warnings import _defaultaction, _filters_mutated, _onceregistry, filters, warn, warn_explicit

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings"]

defaultaction = _defaultaction
onceregistry = _onceregistry
_warnings_defaults = True
_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


# ---------------------------------------------------------------------------------------------- showing

class WarningMessage:
    """What a warning is about, as showwarning() gets it."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, sys.stderr by default."""
    _showwarnmsg_impl(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """Text of a warning."""
    return _formatwarnmsg_impl(WarningMessage(message, category, filename, lineno, None, line))


def _showwarnmsg_impl(msg):
    stream = sys.stderr if msg.file is None else msg.file
    if stream is not None:
        shown = _formatwarnmsg(msg)
        try:
            stream.write(shown)
        except OSError:
            pass   # nowhere to show it


def _formatwarnmsg_impl(msg):
    text = "%s:%s: %s: %s\n" % (msg.filename, msg.lineno, msg.category.__name__, msg.message)
    line = msg.line
    if line is None:
        try:
            import linecache
            line = linecache.getline(msg.filename, msg.lineno)
        except Exception:
            line = None   # the interpreter is going down
    if line:
        text += "  %s\n" % line.strip()
    return text


_showwarning_orig = showwarning
_formatwarning_orig = formatwarning


def _showwarnmsg(msg):
    """Called by _warnings; programs may have replaced showwarning()."""
    replaced = globals().get("showwarning", _showwarning_orig)
    if replaced is _showwarning_orig:
        return _showwarnmsg_impl(msg)
    if not callable(replaced):
        raise TypeError("warnings.showwarning() must be set to a function or method")
    replaced(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)


def _formatwarnmsg(msg):
    replaced = globals().get("formatwarning", _formatwarning_orig)
    if replaced is _formatwarning_orig:
        return _formatwarnmsg_impl(msg)
    return replaced(msg.message, msg.category, msg.filename, msg.lineno, msg.line)


# ---------------------------------------------------------------------------------------------- filters

def _pattern(text, ignore_case):
    """Compiled pattern of a filter; None matches everything."""
    if not text:
        return None
    import re
    return re.compile(text, re.I) if ignore_case else re.compile(text)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Insert a filter in front (or at the end) of the list. message and module are regular expressions."""
    assert action in _ACTIONS, "invalid action: %r" % (action,)
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type), "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    _add_filter(action, _pattern(message, True), category, _pattern(module, False), lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Insert a filter that looks at the category only."""
    assert action in _ACTIONS, "invalid action: %r" % (action,)
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    _add_filter(action, None, category, None, lineno, append=append)


def _add_filter(*item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    """Forget all filters."""
    filters[:] = []
    _filters_mutated()


class _OptionError(Exception):
    """A -W option is wrong."""


def _processoptions(args):
    for arg in args:
        try:
            _setoption(arg)
        except _OptionError as error:
            print("Invalid -W option ignored:", error, file=sys.stderr)


def _setoption(arg):
    parts = [part.strip() for part in arg.split(':')]
    if len(parts) > 5:
        raise _OptionError("too many fields (max 5): %r" % (arg,))
    action, message, category, module, lineno = parts + [''] * (5 - len(parts))
    number = 0
    if lineno:
        try:
            number = lineno = int(lineno)
        except ValueError:
            number = -1
        if number < 0:
            raise _OptionError("invalid lineno %r" % (lineno,))
    filterwarnings(_getaction(action), message, _getcategory(category), module, number)


def _getaction(action):
    if not action:
        return "default"
    if action == "all":
        return "always"
    for known in _ACTIONS:
        if known.startswith(action):
            return known
    raise _OptionError("invalid action: %r" % (action,))


def _getcategory(category):
    if not category:
        return Warning
    module_name, _, name = category.rpartition('.')
    try:
        module = __import__(module_name or 'builtins', None, None, [name])
        found = getattr(module, name)
    except ImportError:
        raise _OptionError("invalid module name: %r" % (module_name,)) from None
    except AttributeError:
        raise _OptionError("unknown warning category: %r" % (category,)) from None
    if not (isinstance(found, type) and issubclass(found, Warning)):
        raise _OptionError("invalid warning category: %r" % (category,))
    return found


# ---------------------------------------------------------------------------------------------- context manager

class catch_warnings:
    """Saves filters and showwarning(), and puts them back at the end; with record=True collects what is shown."""

    def __init__(self, *, record=False, module=None):
        self._entered = False
        self._module = module if module is not None else sys.modules['warnings']
        self._record = record

    def __repr__(self):
        given = ["record=True"] if self._record else []
        if self._module is not sys.modules['warnings']:
            given.append("module=%r" % self._module)
        return "%s(%s)" % (type(self).__name__, ", ".join(given))

    # What is put back at the end.
    _SAVED = 'filters', 'showwarning', '_showwarnmsg_impl'

    def __enter__(self):
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        module = self._module
        self._saved = [getattr(module, name) for name in self._SAVED]
        module.filters = module.filters[:]
        module._filters_mutated()
        if not self._record:
            return None
        log = []
        module._showwarnmsg_impl = log.append
        module.showwarning = module._showwarning_orig
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        for name, value in zip(self._SAVED, self._saved):
            setattr(self._module, name, value)
        self._module._filters_mutated()


_processoptions(sys.warnoptions)
