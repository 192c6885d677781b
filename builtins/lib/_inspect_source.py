"""What inspect tells about docstrings, files and source text; its functions appear to be of that module."""

import builtins
import importlib.machinery
import linecache
from operator import attrgetter
import os
import re
import sys
import tokenize

from _inspect_kinds import (getmro, isbuiltin, isclass, iscode, isdatadescriptor, isframe, isfunction, ismethod,
                            ismethoddescriptor, ismodule, istraceback, unwrap, _sentinel)

__name__ = 'inspect'


# ---------------------------------------------------------------------------------------------- documentation

def indentsize(line):
    """How far a line is indented, tabs counted as up to eight columns."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def _findclass(func):
    # The class that a function was written in, by its qualified name.
    place = sys.modules.get(func.__module__)
    if place is not None:
        for part in func.__qualname__.split('.')[:-1]:
            place = getattr(place, part)
    return place if isclass(place) else None


def _owner_of(obj):
    # (class, name) that a method or descriptor belongs to, for its docstring; None when it is something else.
    if ismethod(obj):
        name, self = obj.__func__.__name__, obj.__self__
        if isclass(self) and getattr(getattr(self, name, None), '__func__') is obj.__func__:
            return self, name   # classmethod
        return self.__class__, name
    if isfunction(obj):
        cls = _findclass(obj)
        return None if cls is None or getattr(cls, obj.__name__) is not obj else (cls, obj.__name__)
    if isbuiltin(obj):
        name, self = obj.__name__, obj.__self__
        if isclass(self) and self.__qualname__ + '.' + name == obj.__qualname__:
            return self, name
        return self.__class__, name
    if isinstance(obj, property):
        cls = _findclass(obj.fget)
        name = obj.fget.__name__
        return None if cls is None or getattr(cls, name) is not obj else (cls, name)
    if ismethoddescriptor(obj) or isdatadescriptor(obj):
        cls, name = obj.__objclass__, obj.__name__
        return None if getattr(cls, name) is not obj else (cls, name)
    return None


def _first_doc(objects):
    # The first docstring of some objects, where producing one may fail with AttributeError.
    for get in objects:
        try:
            doc = get().__doc__
        except AttributeError:
            continue
        if doc is not None:
            return doc
    return None


def _finddoc(obj):
    # The docstring of an object or of what it overrides.
    if isclass(obj):
        return _first_doc(lambda base=base: base for base in obj.__mro__ if base is not object)
    owner = _owner_of(obj)
    if owner is None:
        return None
    cls, name = owner
    return _first_doc(lambda base=base: getattr(base, name) for base in cls.__mro__)


def getdoc(object):
    """The docstring, its own or inherited, without the indentation of the source."""
    doc = getattr(object, '__doc__', _sentinel)
    if doc is None:
        try:
            doc = _finddoc(object)
        except (TypeError, AttributeError):
            pass
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    """A docstring without the indentation that all lines but the first have, and without empty lines around."""
    try:
        lines = doc.expandtabs().split('\n')
    except UnicodeError:
        return None
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip(' ')]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    return '\n'.join(lines).strip('\n')


# ---------------------------------------------------------------------------------------------- files and sources

def _code_of(object):
    # The code object behind whatever has one; other objects unchanged.
    for is_kind, attribute in ((ismethod, '__func__'), (isfunction, '__code__'), (istraceback, 'tb_frame'),
                               (isframe, 'f_code')):
        if is_kind(object):
            object = getattr(object, attribute)
    return object


def getfile(object):
    """The file that an object was defined in."""
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError('{!r} is a built-in module'.format(object))
    if isclass(object):
        if hasattr(object, '__module__'):
            module = sys.modules.get(object.__module__)
            if getattr(module, '__file__', None):
                return module.__file__
            raise TypeError('{!r} is a built-in class'.format(module))
        raise TypeError('{!r} is a built-in class'.format(object))
    code = _code_of(object)
    if not iscode(code):
        raise TypeError('{!r} is not a module, class, method, function, traceback, frame, or code object'.format(code))
    return code.co_filename


def getmodulename(path):
    """Name of the module in a file, or None."""
    name = os.path.basename(path)
    for suffix in sorted(importlib.machinery.all_suffixes(), key=len, reverse=True):
        if name.endswith(suffix):
            return name[:-len(suffix)]
    return None


def getsourcefile(object):
    """The source file that an object was defined in; None when there is none."""
    filename = getfile(object)
    compiled = tuple(importlib.machinery.BYTECODE_SUFFIXES)
    if filename.endswith(compiled):
        filename = os.path.splitext(filename)[0] + importlib.machinery.SOURCE_SUFFIXES[0]
    elif any(filename.endswith(suffix) for suffix in importlib.machinery.EXTENSION_SUFFIXES):
        return None
    if os.path.exists(filename):
        return filename
    # Loaders know sources that are no files; so may linecache.
    if getattr(getmodule(object, filename), '__loader__', None) is not None or filename in linecache.cache:
        return filename
    return None


def getabsfile(object, _filename=None):
    """Absolute path of the file, in the usual spelling."""
    path = getsourcefile(object) or getfile(object) if _filename is None else _filename
    return os.path.normcase(os.path.abspath(path))


# Names of modules by their files, as far as getmodule() had to look; and the files that it has seen.
modulesbyfile = {}
_filesbymodname = {}


def _note_files():
    for name, module in list(sys.modules.items()):
        path = getattr(module, '__file__', None) if ismodule(module) else None
        if path is None or path == _filesbymodname.get(name):
            continue
        _filesbymodname[name] = path
        path = getabsfile(module)
        modulesbyfile[path] = modulesbyfile[os.path.realpath(path)] = module.__name__


def getmodule(object, _filename=None):
    """The module that an object was defined in, or None."""
    if ismodule(object):
        return object
    if hasattr(object, '__module__'):
        return sys.modules.get(object.__module__)
    path = _filename
    if path is None or path not in modulesbyfile:
        try:
            path = getabsfile(object, _filename)
        except TypeError:
            return None
        if path not in modulesbyfile:
            _note_files()
    if path in modulesbyfile:
        return sys.modules.get(modulesbyfile[path])
    if hasattr(object, '__name__'):
        for place in sys.modules['__main__'], builtins:
            if getattr(place, object.__name__, None) is object:
                return place
    return None


def findsource(object):
    """(lines of the whole file, index of the first line of the object); OSError when the source cannot be had."""
    path = getsourcefile(object)
    if path:
        linecache.checkcache(path)   # it may have been edited
    else:
        path = getfile(object)
        # Names like <doctest 1> can be in linecache.
        if path[:1] != '<' or path[-1:] != '>':
            raise OSError('source code not available')
    module = getmodule(object, path)
    lines = linecache.getlines(path, module.__dict__ if module else None)
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    if isclass(object):
        # The class statement of that name with the least indentation, the first one.
        pattern = re.compile(r'^(\s*)class\s*' + object.__name__ + r'\b')
        candidates = []
        for number, line in enumerate(lines):
            found = pattern.match(line)
            if found:
                if line[0] == 'c':
                    return lines, number
                candidates.append((found.group(1), number))
        if not candidates:
            raise OSError('could not find class definition')
        candidates.sort()
        return lines, candidates[0][1]
    code = _code_of(object)
    if not iscode(code):
        raise OSError('could not find code object')
    number = code.co_firstlineno - 1
    pattern = re.compile(r'^(\s*def\s)|(\s*async\s+def\s)|(.*(?<!\w)lambda(:|\s))|^(\s*@)')
    while number > 0:
        if pattern.match(lines[number]):
            break
        number -= 1
    return lines, number


def getcomments(object):
    """The comment lines right above an object's source; None when there are none."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == '#!' else 0
        while start < len(lines) and lines[start].strip() in ('', '#'):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == '#':
            end += 1
        return ''.join(line.expandtabs() for line in lines[start:end]) if end > start else None
    indent = indentsize(lines[number])
    start = number
    while start > 0 and lines[start - 1].lstrip()[:1] == '#' and indentsize(lines[start - 1]) == indent:
        start -= 1
    comments = [line.expandtabs().lstrip() for line in lines[start:number]]
    while comments and comments[0].strip() == '#':
        comments.pop(0)
    while comments and comments[-1].strip() == '#':
        comments.pop()
    return ''.join(comments) if comments else None


class EndOfBlock(Exception):
    pass


class BlockFinder:
    """Finds the last line of the statement that tokens begin with."""

    def __init__(self):
        self.started = self.islambda = False
        self.indecorator = self.decoratorhasargs = False
        self.passline = False   # whether the rest of the line does not matter
        self.indent, self.last = 0, 1

    def tokeneater(self, type, token, srowcol, erowcol, line):
        if not (self.started or self.indecorator):
            self._begin(token)
        elif token == '(':
            self.decoratorhasargs = self.decoratorhasargs or self.indecorator
        elif token == ')':
            if self.indecorator:
                self.indecorator = self.decoratorhasargs = False
        elif type == tokenize.NEWLINE:
            self._end_line(srowcol[0])
        elif not self.passline:
            self._in_block(type)

    def _begin(self, token):
        self.indecorator = token == '@'
        self.started = token in ('def', 'class', 'lambda')
        self.islambda = token == 'lambda'
        self.passline = True

    def _end_line(self, row):
        self.last, self.passline = row, False
        if self.islambda:
            raise EndOfBlock
        if not self.decoratorhasargs:
            self.indecorator = False

    def _in_block(self, type):
        if type == tokenize.INDENT:
            self.indent += 1
            self.passline = True
            return
        if type == tokenize.DEDENT:
            self.indent -= 1
            ended = self.indent <= 0
        else:
            ended = self.indent == 0 and type != tokenize.COMMENT and type != tokenize.NL
        if ended:
            raise EndOfBlock


def getblock(lines):
    """The lines of the statement that the lines begin with."""
    finder = BlockFinder()
    try:
        for item in tokenize.generate_tokens(iter(lines).__next__):
            finder.tokeneater(*item)
    except (EndOfBlock, IndentationError):
        pass
    return lines[:finder.last]


def getsourcelines(object):
    """(lines of an object's source, number of the first one; 0 for modules)"""
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == '<module>':
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """An object's source text."""
    lines, number = getsourcelines(object)
    return ''.join(lines)


# ---------------------------------------------------------------------------------------------- class trees

def walktree(classes, children, parent):
    results = []
    classes.sort(key=attrgetter('__module__', '__name__'))
    for cls in classes:
        results.append((cls, cls.__bases__))
        if cls in children:
            results.append(walktree(children[cls], children, cls))
    return results


def getclasstree(classes, unique=False):
    """Classes in nested lists: behind each (class, bases) a list of those below it. unique: each class once."""
    children, roots = {}, []
    for cls in classes:
        if not cls.__bases__:
            if cls not in roots:
                roots.append(cls)
            continue
        for parent in cls.__bases__:
            below = children.setdefault(parent, [])
            if cls not in below:
                below.append(cls)
            if unique and parent in classes:
                break
    roots += [parent for parent in children if parent not in classes]
    return walktree(roots, children, None)
