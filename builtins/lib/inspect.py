"""Look into live objects: what they are, their members, sources, signatures and frames."""

import abc
import builtins
import collections.abc
from collections import namedtuple, OrderedDict
import enum
import functools
import importlib.machinery
import itertools
import linecache
from operator import attrgetter
import os
import re
import sys
import tokenize
import token
import types
import warnings

from dis import COMPILER_FLAG_NAMES as _flag_names

# CO_OPTIMIZED ...: the bits of co_flags.
for _bit, _name in _flag_names.items():
    globals()['CO_' + _name] = _bit
del _bit, _name

TPFLAGS_IS_ABSTRACT = 1 << 20


# ---------------------------------------------------------------------------------------------- what an object is

def ismodule(object):
    """Whether it is a module."""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Whether it is a class."""
    return isinstance(object, type)


def ismethod(object):
    """Whether it is a method written in Python, bound to an object."""
    return isinstance(object, types.MethodType)


def ismethoddescriptor(object):
    """Whether it is a descriptor that only gets, and none of ismethod(), isfunction(), isclass()."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__')


def isdatadescriptor(object):
    """Whether it is a descriptor that gets and sets."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__set__') and hasattr(kind, '__get__')


def ismemberdescriptor(object):
    """Whether it is a descriptor of a field that native code or __slots__ has made."""
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    """Whether it is a descriptor of a computed attribute of a native type."""
    return isinstance(object, types.GetSetDescriptorType)


def isfunction(object):
    """Whether it is a function written in Python."""
    return isinstance(object, types.FunctionType)


def _has_code_flag(object, flag):
    return bool((isfunction(object) or ismethod(object)) and object.__code__.co_flags & flag)


def isgeneratorfunction(object):
    """Whether calling it makes a generator."""
    return _has_code_flag(object, CO_GENERATOR)


def iscoroutinefunction(object):
    """Whether it is an `async def` function without yield."""
    return _has_code_flag(object, CO_COROUTINE)


def isasyncgenfunction(object):
    """Whether it is an `async def` function with yield."""
    return _has_code_flag(object, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    """Whether it is an asynchronous generator."""
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    """Whether it is a generator."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Whether it is a coroutine."""
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    """Whether `await` takes it."""
    if isinstance(object, types.CoroutineType):
        return True
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return isinstance(object, collections.abc.Awaitable)


def istraceback(object):
    """Whether it is a traceback."""
    return isinstance(object, types.TracebackType)


def isframe(object):
    """Whether it is a frame."""
    return isinstance(object, types.FrameType)


def iscode(object):
    """Whether it is a code object."""
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    """Whether it is a native function or bound method."""
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    """Whether it is a function or method of any kind."""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isabstract(object):
    """Whether it is a class with abstract methods."""
    if not isinstance(object, type):
        return False
    if object.__flags__ & TPFLAGS_IS_ABSTRACT:
        return True
    if not issubclass(type(object), abc.ABCMeta) or hasattr(object, '__abstractmethods__'):
        return False
    # Asked from __init_subclass__: ABCMeta has not looked yet.
    if any(getattr(value, '__isabstractmethod__', False) for value in object.__dict__.values()):
        return True
    for base in object.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(object, name, None), '__isabstractmethod__', False):
                return True
    return False


# ---------------------------------------------------------------------------------------------- members

def getmembers(object, predicate=None):
    """All (name, value) of an object's attributes, sorted by name; predicate picks values."""
    mro = (object,) + getmro(object) if isclass(object) else ()
    names = dir(object)
    try:
        # DynamicClassAttributes of metaclasses are not in dir().
        for base in object.__bases__:
            names += [name for name, value in base.__dict__.items() if isinstance(value, types.DynamicClassAttribute)]
    except AttributeError:
        pass
    results, seen = [], set()
    for name in names:
        try:
            value = getattr(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue   # dir() promised too much
        if not predicate or predicate(value):
            results.append((name, value))
        seen.add(name)
    results.sort(key=lambda pair: pair[0])
    return results


Attribute = namedtuple('Attribute', 'name kind defining_class object')


def classify_class_attrs(cls):
    """Attribute(name, kind, defining_class, object) of all of a class's attributes.

    kind: 'class method', 'static method', 'property', 'method' or 'data'.
    """
    mro = getmro(cls)
    metamro = tuple(base for base in getmro(type(cls)) if base not in (type, object))
    class_bases = (cls,) + mro
    all_bases = class_bases + metamro
    names = dir(cls)
    for base in mro:
        names += [name for name, value in base.__dict__.items() if isinstance(value, types.DynamicClassAttribute)]
    result, seen = [], set()
    for name in names:
        home = got = found = None
        if name not in seen:
            try:
                if name == '__dict__':
                    raise Exception('the attribute __dict__ is of no interest')
                got = getattr(cls, name)
            except Exception:
                pass
            else:
                home = getattr(got, '__objclass__', home)
                if home not in class_bases:
                    # A metaclass's __getattr__ may have made it; it must be written somewhere.
                    home = last = None
                    for base in class_bases:
                        if getattr(base, name, None) is got:
                            last = base
                    for base in metamro:
                        try:
                            value = base.__getattr__(cls, name)
                        except AttributeError:
                            continue
                        if value is got:
                            last = base
                    if last is not None:
                        home = last
        for base in all_bases:
            if name in base.__dict__:
                found = base.__dict__[name]
                if home not in metamro:
                    home = base
                break
        if home is None:
            continue
        obj = found if got is None else got
        if isinstance(found, staticmethod):
            kind, obj = 'static method', found
        elif isinstance(found, classmethod):
            kind, obj = 'class method', found
        elif isinstance(found, property):
            kind, obj = 'property', found
        elif isroutine(obj):
            kind = 'method'
        else:
            kind = 'data'
        result.append(Attribute(name, kind, home, obj))
        seen.add(name)
    return result


def getmro(cls):
    """The classes that attributes of a class are looked for in."""
    return cls.__mro__


def unwrap(func, *, stop=None):
    """The function that decorators have been put around, by way of __wrapped__. stop: called to end before."""
    first = func
    seen = {id(first)}
    most = sys.getrecursionlimit()
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= most:
            raise ValueError('wrapper loop when unwrapping {!r}'.format(first))
        seen.add(id(func))
    return func


# ---------------------------------------------------------------------------------------------- documentation

def indentsize(line):
    """How far a line is indented, tabs counted as up to eight columns."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def _findclass(func):
    cls = sys.modules.get(func.__module__)
    if cls is None:
        return None
    for name in func.__qualname__.split('.')[:-1]:
        cls = getattr(cls, name)
    return cls if isclass(cls) else None


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


def _finddoc(obj):
    # The docstring of an object or of what it overrides.
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object:
                try:
                    doc = base.__doc__
                except AttributeError:
                    continue
                if doc is not None:
                    return doc
        return None
    owner = _owner_of(obj)
    if owner is None:
        return None
    cls, name = owner
    for base in cls.__mro__:
        try:
            doc = getattr(base, name).__doc__
        except AttributeError:
            continue
        if doc is not None:
            return doc
    return None


def getdoc(object):
    """The docstring, its own or inherited, without the indentation of the source."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _finddoc(object)
        except (AttributeError, TypeError):
            return None
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
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


# ---------------------------------------------------------------------------------------------- files and sources

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
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError('{!r} is not a module, class, method, function, traceback, frame, or code object'.format(object))


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
    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(_filename))


modulesbyfile = {}
_filesbymodname = {}


def getmodule(object, _filename=None):
    """The module that an object was defined in, or None."""
    if ismodule(object):
        return object
    if hasattr(object, '__module__'):
        return sys.modules.get(object.__module__)
    if _filename is not None and _filename in modulesbyfile:
        return sys.modules.get(modulesbyfile[_filename])
    try:
        file = getabsfile(object, _filename)
    except TypeError:
        return None
    if file in modulesbyfile:
        return sys.modules.get(modulesbyfile[file])
    for name, module in list(sys.modules.items()):
        if ismodule(module) and hasattr(module, '__file__'):
            path = module.__file__
            if path is None or path == _filesbymodname.get(name, None):
                continue
            _filesbymodname[name] = path
            path = getabsfile(module)
            modulesbyfile[path] = modulesbyfile[os.path.realpath(path)] = module.__name__
    if file in modulesbyfile:
        return sys.modules.get(modulesbyfile[file])
    main = sys.modules['__main__']
    if not hasattr(object, '__name__'):
        return None
    if getattr(main, object.__name__, None) is object:
        return main
    builtin = sys.modules['builtins']
    if getattr(builtin, object.__name__, None) is object:
        return builtin
    return None


def findsource(object):
    """(lines of the whole file, index of the first line of the object); OSError when the source cannot be had."""
    file = getsourcefile(object)
    if file:
        linecache.checkcache(file)
    else:
        file = getfile(object)
        if not (file.startswith('<') and file.endswith('>')):
            raise OSError('source code not available')
    module = getmodule(object, file)
    lines = linecache.getlines(file, module.__dict__) if module else linecache.getlines(file)
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
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if not iscode(object):
        raise OSError('could not find code object')
    if not hasattr(object, 'co_firstlineno'):
        raise OSError('could not find function definition')
    number = object.co_firstlineno - 1
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
        self.indent = 0
        self.islambda = False
        self.started = False
        self.passline = False
        self.indecorator = False
        self.decoratorhasargs = False
        self.last = 1

    def tokeneater(self, type, token, srowcol, erowcol, line):
        if not self.started and not self.indecorator:
            if token == '@':
                self.indecorator = True
            elif token in ('def', 'class', 'lambda'):
                self.islambda = token == 'lambda'
                self.started = True
            self.passline = True   # to the end of the line
        elif token == '(':
            if self.indecorator:
                self.decoratorhasargs = True
        elif token == ')':
            if self.indecorator:
                self.indecorator = self.decoratorhasargs = False
        elif type == tokenize.NEWLINE:
            self.passline = False
            self.last = srowcol[0]
            if self.islambda:
                raise EndOfBlock
            if self.indecorator and not self.decoratorhasargs:
                self.indecorator = False
        elif self.passline:
            pass
        elif type == tokenize.INDENT:
            self.indent += 1
            self.passline = True
        elif type == tokenize.DEDENT:
            self.indent -= 1
            if self.indent <= 0:
                raise EndOfBlock
        elif self.indent == 0 and type not in (tokenize.COMMENT, tokenize.NL):
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


# ---------------------------------------------------------------------------------------------- arguments, the old way

Arguments = namedtuple('Arguments', 'args, varargs, varkw')


def getargs(co):
    """Arguments(args, varargs, varkw) of a code object; keyword-only names stand among args."""
    args, varargs, kwonlyargs, varkw = _getfullargs(co)
    return Arguments(args + kwonlyargs, varargs, varkw)


def _getfullargs(co):
    if not iscode(co):
        raise TypeError('{!r} is not a code object'.format(co))
    names = list(co.co_varnames)
    positional, keyword = co.co_argcount, co.co_kwonlyargcount
    rest = iter(names[positional + keyword:])
    varargs = next(rest) if co.co_flags & CO_VARARGS else None
    varkw = next(rest) if co.co_flags & CO_VARKEYWORDS else None
    return names[:positional], varargs, names[positional:positional + keyword], varkw


ArgSpec = namedtuple('ArgSpec', 'args varargs keywords defaults')


def getargspec(func):
    """ArgSpec of a function without keyword-only parameters and annotations; deprecated."""
    warnings.warn('inspect.getargspec() is deprecated, use inspect.signature() or inspect.getfullargspec()',
                  DeprecationWarning, stacklevel=2)
    spec = getfullargspec(func)
    if spec.kwonlyargs or spec.annotations:
        raise ValueError('Function has keyword-only parameters or annotations, use getfullargspec() API which can '
                         'support them')
    return ArgSpec(*spec[:4])


FullArgSpec = namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')


def getfullargspec(func):
    """FullArgSpec of a callable; __wrapped__ is not followed, and bound methods show self."""
    try:
        sig = _signature_from_callable(func, follow_wrapper_chains=False, skip_bound_arg=False, sigcls=Signature)
    except Exception as error:
        raise TypeError('unsupported callable') from error
    args, kwonlyargs, defaults, kwdefaults, annotations = [], [], (), {}, {}
    varargs = varkw = None
    if sig.return_annotation is not sig.empty:
        annotations['return'] = sig.return_annotation
    for name, param in sig.parameters.items():
        if param.kind is _VAR_POSITIONAL:
            varargs = name
        elif param.kind is _VAR_KEYWORD:
            varkw = name
        elif param.kind is _KEYWORD_ONLY:
            kwonlyargs.append(name)
            if param.default is not param.empty:
                kwdefaults[name] = param.default
        else:
            args.append(name)
            if param.default is not param.empty:
                defaults += (param.default,)
        if param.annotation is not param.empty:
            annotations[name] = param.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonlyargs, kwdefaults or None, annotations)


ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')


def getargvalues(frame):
    """ArgInfo of the call that a frame is of."""
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def formatannotation(annotation, base_module=None):
    """Text of an annotation."""
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


def formatannotationrelativeto(object):
    module = getattr(object, '__module__', None)
    return lambda annotation: formatannotation(annotation, module)


def formatargspec(args, varargs=None, varkw=None, defaults=None, kwonlyargs=(), kwonlydefaults={}, annotations={},
                  formatarg=str, formatvarargs=lambda name: '*' + name, formatvarkw=lambda name: '**' + name,
                  formatvalue=lambda value: '=' + repr(value), formatreturns=lambda text: ' -> ' + text,
                  formatannotation=formatannotation):
    """Text of what getfullargspec() gives."""
    def one(name):
        text = formatarg(name)
        return text + ': ' + formatannotation(annotations[name]) if name in annotations else text

    parts = []
    first_default = len(args) - len(defaults) if defaults else len(args)
    for number, name in enumerate(args):
        text = one(name)
        parts.append(text + formatvalue(defaults[number - first_default]) if number >= first_default else text)
    if varargs is not None:
        parts.append(formatvarargs(one(varargs)))
    elif kwonlyargs:
        parts.append('*')
    for name in kwonlyargs:
        text = one(name)
        if kwonlydefaults and name in kwonlydefaults:
            text += formatvalue(kwonlydefaults[name])
        parts.append(text)
    if varkw is not None:
        parts.append(formatvarkw(one(varkw)))
    result = '(' + ', '.join(parts) + ')'
    if 'return' in annotations:
        result += formatreturns(formatannotation(annotations['return']))
    return result


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value)):
    """Text of what getargvalues() gives."""
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return '(' + ', '.join(parts) + ')'


def _missing_arguments(f_name, argnames, pos, values):
    names = [repr(name) for name in argnames if name not in values]
    if len(names) == 1:
        text = names[0]
    elif len(names) == 2:
        text = '{} and {}'.format(*names)
    else:
        text = ', '.join(names[:-2]) + ', {} and {}'.format(*names[-2:])
    raise TypeError('%s() missing %i required %s argument%s: %s' % (
        f_name, len(names), 'positional' if pos else 'keyword-only', '' if len(names) == 1 else 's', text))


def _too_many(f_name, args, kwonly, varargs, defcount, given, values):
    least = len(args) - defcount
    keywords_given = len([name for name in kwonly if name in values])
    if varargs:
        plural, text = least != 1, 'at least %d' % least
    elif defcount:
        plural, text = True, 'from %d to %d' % (least, len(args))
    else:
        plural, text = len(args) != 1, str(len(args))
    keywords = ''
    if keywords_given:
        keywords = ' positional argument%s (and %d keyword-only argument%s)' % (
            's' if given != 1 else '', keywords_given, 's' if keywords_given != 1 else '')
    raise TypeError('%s() takes %s positional argument%s but %d%s %s given' % (
        f_name, text, 's' if plural else '', given, keywords, 'was' if given == 1 and not keywords_given else 'were'))


def getcallargs(*func_and_positional, **named):
    """The parameters of a call as a dict, with the TypeErrors that the call would give."""
    func, positional = func_and_positional[0], func_and_positional[1:]
    args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations = getfullargspec(func)
    name = func.__name__
    values = {}
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
    count, defcount = len(positional), len(defaults) if defaults else 0
    values.update(zip(args, positional))
    if varargs:
        values[varargs] = tuple(positional[len(args):])
    if varkw:
        values[varkw] = {}
    for key, value in named.items():
        if key not in args and key not in kwonlyargs:
            if not varkw:
                raise TypeError('%s() got an unexpected keyword argument %r' % (name, key))
            values[varkw][key] = value
        elif key in values:
            raise TypeError('%s() got multiple values for argument %r' % (name, key))
        else:
            values[key] = value
    if count > len(args) and not varargs:
        _too_many(name, args, kwonlyargs, varargs, defcount, count, values)
    if count < len(args):
        required = args[:len(args) - defcount]
        if any(key not in values for key in required):
            _missing_arguments(name, required, True, values)
        for key, value in zip(args[len(args) - defcount:], defaults or ()):
            values.setdefault(key, value)
    missing = 0
    for key in kwonlyargs:
        if key not in values:
            if kwonlydefaults and key in kwonlydefaults:
                values[key] = kwonlydefaults[key]
            else:
                missing += 1
    if missing:
        _missing_arguments(name, kwonlyargs, False, values)
    return values


ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


def getclosurevars(func):
    """The names that a function's body takes from outside, by where they come from."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError('{!r} is not a Python function'.format(func))
    code = func.__code__
    nonlocals = {}
    if func.__closure__ is not None:
        nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__)}
    names = func.__globals__
    builtin = names.get('__builtins__', builtins.__dict__)
    if ismodule(builtin):
        builtin = builtin.__dict__
    from_globals, from_builtins, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ('None', 'True', 'False'):
            continue
        if name in names:
            from_globals[name] = names[name]
        elif name in builtin:
            from_builtins[name] = builtin[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, from_globals, from_builtins, unbound)


# ---------------------------------------------------------------------------------------------- frames

Traceback = namedtuple('Traceback', 'filename lineno function code_context index')


def getframeinfo(frame, context=1):
    """Traceback(filename, lineno, function, lines around, index of the current one) of a frame or traceback."""
    lineno = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    if istraceback(frame):
        frame = frame.tb_frame
    if not isframe(frame):
        raise TypeError('{!r} is not a frame or traceback object'.format(frame))
    filename = getsourcefile(frame) or getfile(frame)
    lines = index = None
    if context > 0:
        start = lineno - 1 - context // 2
        try:
            lines, _ = findsource(frame)
        except OSError:
            lines = None
        else:
            start = max(0, min(start, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index)


def getlineno(frame):
    """The line that a frame is at."""
    return frame.f_lineno


FrameInfo = namedtuple('FrameInfo', ('frame',) + Traceback._fields)


def getouterframes(frame, context=1):
    """FrameInfo of a frame and of those that called it."""
    result = []
    while frame:
        result.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return result


def getinnerframes(tb, context=1):
    """FrameInfo of a traceback's frames, towards where the exception was raised."""
    result = []
    while tb:
        result.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return result


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def stack(context=1):
    """FrameInfo of the caller and of those that called it."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """FrameInfo from here to where the exception being handled was raised."""
    return getinnerframes(sys.exc_info()[2], context)


# ---------------------------------------------------------------------------------------------- attributes unevaluated

_sentinel = object()


def _static_getmro(klass):
    return type.__dict__['__mro__'].__get__(klass)


def _check_instance(obj, attr):
    try:
        instance_dict = object.__getattribute__(obj, '__dict__')
    except AttributeError:
        return _sentinel
    return dict.get(instance_dict, attr, _sentinel)


def _check_class(klass, attr):
    for entry in _static_getmro(klass):
        if _shadowed_dict(type(entry)) is _sentinel:
            try:
                return entry.__dict__[attr]
            except KeyError:
                pass
    return _sentinel


def _is_type(obj):
    try:
        _static_getmro(obj)
    except TypeError:
        return False
    return True


def _shadowed_dict(klass):
    # The attribute __dict__ that a class has put in the place of the usual one.
    dict_attr = type.__dict__['__dict__']
    for entry in _static_getmro(klass):
        try:
            found = dict_attr.__get__(entry)['__dict__']
        except KeyError:
            continue
        usual = type(found) is types.GetSetDescriptorType and found.__name__ == '__dict__' and found.__objclass__ is entry
        if not usual:
            return found
    return _sentinel


def getattr_static(obj, attr, default=_sentinel):
    """An attribute as it is stored, without calling descriptors, __getattr__ or __getattribute__."""
    on_instance = _sentinel
    if not _is_type(obj):
        klass = type(obj)
        shadow = _shadowed_dict(klass)
        if shadow is _sentinel or type(shadow) is types.MemberDescriptorType:
            on_instance = _check_instance(obj, attr)
    else:
        klass = obj
    on_class = _check_class(klass, attr)
    if on_instance is not _sentinel and on_class is not _sentinel:
        kind = type(on_class)
        if _check_class(kind, '__get__') is not _sentinel and _check_class(kind, '__set__') is not _sentinel:
            return on_class
    if on_instance is not _sentinel:
        return on_instance
    if on_class is not _sentinel:
        return on_class
    if obj is klass:
        for entry in _static_getmro(type(klass)):
            if _shadowed_dict(type(entry)) is _sentinel:
                try:
                    return entry.__dict__[attr]
                except KeyError:
                    pass
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


# ---------------------------------------------------------------------------------------------- generators, coroutines

GEN_CREATED = 'GEN_CREATED'
GEN_RUNNING = 'GEN_RUNNING'
GEN_SUSPENDED = 'GEN_SUSPENDED'
GEN_CLOSED = 'GEN_CLOSED'


def getgeneratorstate(generator):
    """GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_frame is None:
        return GEN_CLOSED
    return GEN_CREATED if generator.gi_frame.f_lasti == -1 else GEN_SUSPENDED


def getgeneratorlocals(generator):
    """The local variables of a generator; {} when it is at its end."""
    if not isgenerator(generator):
        raise TypeError("{!r} is not a Python generator".format(generator))
    frame = getattr(generator, 'gi_frame', None)
    return {} if frame is None else generator.gi_frame.f_locals


CORO_CREATED = 'CORO_CREATED'
CORO_RUNNING = 'CORO_RUNNING'
CORO_SUSPENDED = 'CORO_SUSPENDED'
CORO_CLOSED = 'CORO_CLOSED'


def getcoroutinestate(coroutine):
    """CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_frame is None:
        return CORO_CLOSED
    return CORO_CREATED if coroutine.cr_frame.f_lasti == -1 else CORO_SUSPENDED


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine; {} when it is at its end."""
    frame = getattr(coroutine, 'cr_frame', None)
    return {} if frame is None else frame.f_locals


# ---------------------------------------------------------------------------------------------- signatures

_WrapperDescriptor = type(type.__call__)
_MethodWrapper = type(all.__call__)
_ClassMethodWrapper = type(int.__dict__['from_bytes'])
_NonUserDefinedCallables = (_WrapperDescriptor, _MethodWrapper, _ClassMethodWrapper, types.BuiltinFunctionType)


class _void:
    """For parameters of replace() that are left out."""


class _empty:
    """For what a parameter or signature does not have."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self._name_


_POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
_POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
_VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
_KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
_VAR_KEYWORD = _ParameterKind.VAR_KEYWORD


def _kind_words(kind):
    return ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only', 'variadic keyword')[kind]


class Parameter:
    """One parameter of a signature: name, kind, default, annotation (Parameter.empty for what is not there)."""

    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD

    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD):
            raise ValueError('value {!r} is not a valid Parameter.kind'.format(kind))
        self._kind = kind
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError('{} parameters cannot have default values'.format(_kind_words(kind)))
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError('name must be a str, not a {}'.format(type(name).__name__))
        if name[0] == '.' and name[1:].isdigit():
            # The iterator that comprehensions get as an argument.
            if kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError('implicit arguments must be passed as positional or keyword arguments, not {}'.format(
                    _kind_words(kind)))
            self._kind = _POSITIONAL_ONLY
            name = 'implicit{}'.format(name[1:])
        if not name.isidentifier():
            raise ValueError('{!r} is not a valid parameter name'.format(name))
        self._name = name

    def __reduce__(self):
        return type(self), (self._name, self._kind), {'_default': self._default, '_annotation': self._annotation}

    def __setstate__(self, state):
        self._default = state['_default']
        self._annotation = state['_annotation']

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """A parameter that differs in what is given."""
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = '{}:{}'.format(text, formatannotation(self._annotation))
        if self._default is not _empty:
            text = '{}={}'.format(text, repr(self._default))
        return {_VAR_POSITIONAL: '*', _VAR_KEYWORD: '**'}.get(self._kind, '') + text

    def __repr__(self):
        return '<{} "{}">'.format(self.__class__.__name__, self)

    def __hash__(self):
        return hash((self.name, self.kind, self.annotation, self.default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind and self._default == other._default and
                self._annotation == other._annotation)


class BoundArguments:
    """What Signature.bind() gives: arguments (an ordered dict of parameter names), args, kwargs, signature."""

    __slots__ = ('arguments', '_signature', '__weakref__')

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                break
            if name not in self.arguments:
                break   # from here on by name
            value = self.arguments[name]
            if param.kind == _VAR_POSITIONAL:
                args.extend(value)
            else:
                args.append(value)
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        by_name = False
        for name, param in self._signature.parameters.items():
            if not by_name:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    by_name = True
                elif name not in self.arguments:
                    by_name = True
                    continue
            if not by_name or name not in self.arguments:
                continue
            if param.kind == _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        """Put the defaults of what was not passed into arguments."""
        arguments = []
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                value = self.arguments[name]
            elif param.default is not _empty:
                value = param.default
            elif param.kind is _VAR_POSITIONAL:
                value = ()
            elif param.kind is _VAR_KEYWORD:
                value = {}
            else:
                continue   # bind_partial()
            arguments.append((name, value))
        self.arguments = OrderedDict(arguments)

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __setstate__(self, state):
        self._signature = state['_signature']
        self.arguments = state['arguments']

    def __getstate__(self):
        return {'_signature': self._signature, 'arguments': self.arguments}

    def __repr__(self):
        args = ', '.join('{}={!r}'.format(name, value) for name, value in self.arguments.items())
        return '<{} ({})>'.format(self.__class__.__name__, args)


class Signature:
    """The parameters of a callable and its return annotation."""

    __slots__ = ('_return_annotation', '_parameters')

    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        if parameters is None:
            ordered = OrderedDict()
        elif not __validate_parameters__:
            ordered = OrderedDict((param.name, param) for param in parameters)
        else:
            ordered = OrderedDict()
            highest, defaults_begun = _POSITIONAL_ONLY, False
            for index, param in enumerate(parameters):
                kind, name = param.kind, param.name
                if kind < highest:
                    raise ValueError('wrong parameter order: {} parameter before {} parameter'.format(
                        _kind_words(highest), _kind_words(kind)))
                if kind > highest:
                    defaults_begun = False
                    highest = kind
                if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                    if param.default is not _empty:
                        defaults_begun = True
                    elif defaults_begun:
                        raise ValueError('non-default argument follows default argument')
                if name in ordered:
                    raise ValueError('duplicate parameter name: {!r}'.format(name))
                ordered[name] = param
        self._parameters = types.MappingProxyType(ordered)
        self._return_annotation = return_annotation

    @classmethod
    def from_function(cls, func):
        """Deprecated: Signature.from_callable()."""
        warnings.warn('inspect.Signature.from_function() is deprecated, use Signature.from_callable()',
                      DeprecationWarning, stacklevel=2)
        return _signature_from_function(cls, func)

    @classmethod
    def from_builtin(cls, func):
        """Deprecated: Signature.from_callable()."""
        warnings.warn('inspect.Signature.from_builtin() is deprecated, use Signature.from_callable()',
                      DeprecationWarning, stacklevel=2)
        return _signature_from_builtin(cls, func)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True):
        """The signature of a callable."""
        return _signature_from_callable(obj, sigcls=cls, follow_wrapper_chains=follow_wrapped)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        """A signature that differs in what is given."""
        return type(self)(self.parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    def _hash_basis(self):
        params = tuple(param for param in self.parameters.values() if param.kind != _KEYWORD_ONLY)
        keywords = {param.name: param for param in self.parameters.values() if param.kind == _KEYWORD_ONLY}
        return params, keywords, self.return_annotation

    def __hash__(self):
        params, keywords, return_annotation = self._hash_basis()
        return hash((params, frozenset(keywords.values()), return_annotation))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._hash_basis() == other._hash_basis()

    def _bind(self, args, kwargs, *, partial=False):
        arguments = OrderedDict()
        waiting = collections.deque(self.parameters.values())
        values = list(args)
        at = 0
        # Positional arguments first.
        while at < len(values):
            if not waiting:
                raise TypeError('too many positional arguments') from None
            param = waiting.popleft()
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                raise TypeError('too many positional arguments') from None
            if param.kind == _VAR_POSITIONAL:
                arguments[param.name] = tuple(values[at:])
                break
            if param.name in kwargs:
                raise TypeError('multiple values for argument {arg!r}'.format(arg=param.name)) from None
            arguments[param.name] = values[at]
            at += 1
        # Then the parameters that are left, by name.
        varkw = None
        while waiting:
            param = waiting.popleft()
            name = param.name
            if param.kind == _VAR_KEYWORD:
                varkw = param
                continue
            if param.kind == _VAR_POSITIONAL:
                continue
            if name in kwargs:
                if param.kind == _POSITIONAL_ONLY:
                    raise TypeError('{arg!r} parameter is positional only, but was passed as a keyword'.format(arg=name))
                arguments[name] = kwargs.pop(name)
            elif not partial and param.default is _empty:
                raise TypeError('missing a required argument: {arg!r}'.format(arg=name)) from None
        if kwargs:
            if varkw is None:
                raise TypeError('got an unexpected keyword argument {arg!r}'.format(arg=next(iter(kwargs))))
            arguments[varkw.name] = kwargs
        return self._bound_arguments_cls(self, arguments)

    def bind(*args, **kwargs):
        """BoundArguments of a call; TypeError when the arguments do not fit."""
        return args[0]._bind(args[1:], kwargs)

    def bind_partial(*args, **kwargs):
        """BoundArguments of some of a call's arguments."""
        return args[0]._bind(args[1:], kwargs, partial=True)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {'_return_annotation': self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

    def __repr__(self):
        return '<{} {}>'.format(self.__class__.__name__, self)

    def __str__(self):
        texts = []
        slash_due, star_due = False, True
        for param in self.parameters.values():
            kind = param.kind
            if kind == _POSITIONAL_ONLY:
                slash_due = True
            elif slash_due:
                texts.append('/')
                slash_due = False
            if kind == _VAR_POSITIONAL:
                star_due = False
            elif kind == _KEYWORD_ONLY and star_due:
                texts.append('*')
                star_due = False
            texts.append(str(param))
        if slash_due:
            texts.append('/')
        text = '({})'.format(', '.join(texts))
        if self.return_annotation is not _empty:
            text += ' -> {}'.format(formatannotation(self.return_annotation))
        return text


def signature(obj, *, follow_wrapped=True):
    """The signature of a callable; TypeError for other objects, ValueError when nothing tells it."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped)


# --- where signatures come from

def _signature_get_user_defined_method(cls, method_name):
    # A method that is written in Python, or None.
    method = getattr(cls, method_name, None)
    return None if method is None or isinstance(method, _NonUserDefinedCallables) else method


def _signature_get_partial(wrapped_sig, partial, extra_args=()):
    """Signature of a partial() of something with that signature."""
    old_params = wrapped_sig.parameters
    new_params = OrderedDict(old_params.items())
    try:
        bound = wrapped_sig.bind_partial(*(extra_args + (partial.args or ())), **(partial.keywords or {}))
    except TypeError as error:
        raise ValueError('partial object {!r} has incorrect arguments'.format(partial)) from error
    by_keyword = False
    for name, param in old_params.items():
        if name in bound.arguments:
            value = bound.arguments[name]
            if param.kind is _POSITIONAL_ONLY:
                # Its value is fixed for good.
                new_params.pop(name)
                continue
            if param.kind is _POSITIONAL_OR_KEYWORD:
                if name in (partial.keywords or {}):
                    # Its value can be given again, but by name only, and so can all behind it.
                    by_keyword = True
                    new_params[name] = param.replace(default=value)
                else:
                    new_params.pop(param.name)
                    continue
            if param.kind is _KEYWORD_ONLY:
                new_params[name] = param.replace(default=value)
        if by_keyword:
            if param.kind is _POSITIONAL_OR_KEYWORD:
                new_params[name] = new_params[name].replace(kind=_KEYWORD_ONLY)
                new_params.move_to_end(name)
            elif param.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                new_params.move_to_end(name)
            elif param.kind is _VAR_POSITIONAL:
                new_params.pop(param.name)
    return wrapped_sig.replace(parameters=new_params.values())


def _signature_bound_method(sig):
    """The signature without its first parameter."""
    params = tuple(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if params[0].kind in (_POSITIONAL_OR_KEYWORD, _POSITIONAL_ONLY):
        params = params[1:]
    elif params[0].kind is not _VAR_POSITIONAL:
        raise ValueError('invalid argument type')
    return sig.replace(parameters=params)


def _signature_is_builtin(obj):
    return isbuiltin(obj) or ismethoddescriptor(obj) or isinstance(obj, _NonUserDefinedCallables) or obj in (type, object)


def _signature_is_functionlike(obj):
    # Functions that are not Python's, but have all that a signature is made of.
    if not callable(obj) or isclass(obj):
        return False
    name, code = getattr(obj, '__name__', None), getattr(obj, '__code__', None)
    defaults, kwdefaults = getattr(obj, '__defaults__', _void), getattr(obj, '__kwdefaults__', _void)
    annotations = getattr(obj, '__annotations__', None)
    return (isinstance(code, types.CodeType) and isinstance(name, str) and
            (defaults is None or isinstance(defaults, tuple)) and
            (kwdefaults is None or isinstance(kwdefaults, dict)) and isinstance(annotations, dict))


def _signature_get_bound_param(spec):
    """Name of the first parameter in a __text_signature__ like ($self, x)."""
    end = re.match(r'\(\$?(\w+)', spec)
    return end.group(1)


def _signature_strip_non_python_syntax(signature):
    """(clean text, name of the parameter behind $, index of the last positional-only one or None)"""
    if not signature:
        return signature, None, None
    self_parameter = last_positional_only = None
    pieces, parameter = [], 0
    tokens = tokenize.generate_tokens(iter([signature.replace('\n', ' ')]).__next__)
    depth = 0
    for kind, text, *_ in tokens:
        if kind in (tokenize.NEWLINE, tokenize.ENDMARKER, tokenize.NL):
            continue
        if kind == tokenize.OP and text in '([{':
            depth += 1
        elif kind == tokenize.OP and text in ')]}':
            depth -= 1
        if depth == 1 and text == ',':
            parameter += 1
        if depth == 1 and text == '/':
            last_positional_only = parameter - 1
            if pieces and pieces[-1] == ', ':
                pieces.pop()
            continue
        if kind == tokenize.ERRORTOKEN:
            if text == '$':
                self_parameter = parameter
            continue
        pieces.append(', ' if text == ',' else text)
    return ''.join(pieces), self_parameter, last_positional_only


class _SignatureNames(dict):
    # Names in the defaults of a __text_signature__: of the function's module, of all modules, or built in.
    def __init__(self, module):
        super().__init__()
        self.module = module

    def __missing__(self, name):
        for place in (self.module, sys.modules, builtins.__dict__):
            if name in place:
                return place[name]
        raise ValueError(name)


def _signature_fromstr(cls, obj, s, skip_bound_arg=True):
    """Signature from a __text_signature__."""
    clean, self_parameter, last_positional_only = _signature_strip_non_python_syntax(s)
    module = sys.modules.get(getattr(obj, '__module__', None))
    names = _SignatureNames(module.__dict__ if module is not None else {})
    try:
        made = eval(compile('lambda ' + clean[1:-1] + ': None', '<signature>', 'eval'), {'__builtins__': {}}, names)
    except Exception:
        raise ValueError('{!r} builtin has invalid signature'.format(obj)) from None
    parameters = list(_signature_from_function(cls, made).parameters.values())
    if last_positional_only is not None:
        for index in range(min(last_positional_only + 1, len(parameters))):
            if parameters[index].kind is _POSITIONAL_OR_KEYWORD:
                parameters[index] = parameters[index].replace(kind=_POSITIONAL_ONLY)
    if self_parameter is not None:
        # Bound already, or given as the first argument and nothing else.
        owner = getattr(obj, '__self__', None)
        if owner is not None and (ismodule(owner) or skip_bound_arg) or owner is None and isbuiltin(obj):
            parameters.pop(0)
        elif parameters:
            parameters[0] = parameters[0].replace(kind=_POSITIONAL_ONLY)
    return cls(parameters, return_annotation=cls.empty)


def _signature_from_builtin(cls, func, skip_bound_arg=True):
    """Signature of a native callable."""
    if not _signature_is_builtin(func):
        raise TypeError('{!r} is not a Python builtin function'.format(func))
    text = getattr(func, '__text_signature__', None)
    if not text:
        raise ValueError('no signature found for builtin {!r}'.format(func))
    return _signature_fromstr(cls, func, text, skip_bound_arg)


def _signature_from_function(cls, func):
    """Signature of a function written in Python, or of something like one."""
    is_duck = False
    if not isfunction(func):
        if not _signature_is_functionlike(func):
            raise TypeError('{!r} is not a Python function'.format(func))
        is_duck = True
    make = cls._parameter_cls
    args, varargs, kwonlyargs, varkw = _getfullargs(func.__code__)
    annotations = func.__annotations__
    defaults, kwdefaults = func.__defaults__ or (), func.__kwdefaults__ or {}
    first_default = len(args) - len(defaults)
    parameters = []
    for index, name in enumerate(args):
        default = defaults[index - first_default] if index >= first_default else _empty
        parameters.append(make(name, annotation=annotations.get(name, _empty), kind=_POSITIONAL_OR_KEYWORD,
                               default=default))
    if varargs:
        parameters.append(make(varargs, annotation=annotations.get(varargs, _empty), kind=_VAR_POSITIONAL))
    for name in kwonlyargs:
        parameters.append(make(name, annotation=annotations.get(name, _empty), kind=_KEYWORD_ONLY,
                               default=kwdefaults.get(name, _empty)))
    if varkw:
        parameters.append(make(varkw, annotation=annotations.get(varkw, _empty), kind=_VAR_KEYWORD))
    return cls(parameters, return_annotation=annotations.get('return', _empty), __validate_parameters__=is_duck)


def _signature_of_class(obj, recurse, sigcls, skip_bound_arg):
    # Of a class: by its metaclass's __call__, its __new__, its __init__ or its text; second: whether to drop self.
    for owner, name in ((type(obj), '__call__'), (obj, '__new__'), (obj, '__init__')):
        method = _signature_get_user_defined_method(owner, name)
        if method is not None:
            return recurse(method), True
    for base in obj.__mro__[:-1]:
        # Native classes are inherited with their text.
        try:
            text = base.__text_signature__
        except AttributeError:
            continue
        if text:
            return _signature_fromstr(sigcls, obj, text), False
    if type not in obj.__mro__:
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return signature(object), False
        raise ValueError('no signature found for builtin type {!r}'.format(obj))
    return None, False


def _signature_from_callable(obj, *, follow_wrapper_chains=True, skip_bound_arg=True, sigcls):
    def recurse(inner):
        return _signature_from_callable(inner, follow_wrapper_chains=follow_wrapper_chains, skip_bound_arg=skip_bound_arg,
                                        sigcls=sigcls)

    if not callable(obj):
        raise TypeError('{!r} is not a callable object'.format(obj))
    if isinstance(obj, types.MethodType):
        sig = recurse(obj.__func__)
        return _signature_bound_method(sig) if skip_bound_arg else sig
    if follow_wrapper_chains:
        obj = unwrap(obj, stop=lambda function: hasattr(function, '__signature__'))
        if isinstance(obj, types.MethodType):
            return recurse(obj)
    try:
        sig = obj.__signature__
    except AttributeError:
        pass
    else:
        if sig is not None:
            if not isinstance(sig, Signature):
                raise TypeError('unexpected object {!r} in __signature__ attribute'.format(sig))
            return sig
    try:
        partialmethod = obj._partialmethod
    except AttributeError:
        pass
    else:
        if isinstance(partialmethod, functools.partialmethod):
            # The first parameter is self, which partialmethod's arguments come behind.
            wrapped = recurse(partialmethod.func)
            sig = _signature_get_partial(wrapped, partialmethod, (None,))
            first = tuple(wrapped.parameters.values())[0]
            if first.kind is _VAR_POSITIONAL:
                return sig
            params = tuple(sig.parameters.values())
            return sig.replace(parameters=(first,) + params)
    if isfunction(obj) or _signature_is_functionlike(obj):
        return _signature_from_function(sigcls, obj)
    if _signature_is_builtin(obj):
        return _signature_from_builtin(sigcls, obj, skip_bound_arg=skip_bound_arg)
    if isinstance(obj, functools.partial):
        return _signature_get_partial(recurse(obj.func), obj)
    sig, has_self = None, True
    if isinstance(obj, type):
        sig, has_self = _signature_of_class(obj, recurse, sigcls, skip_bound_arg)
    elif not isinstance(obj, _NonUserDefinedCallables):
        call = _signature_get_user_defined_method(type(obj), '__call__')
        if call is not None:
            try:
                sig = recurse(call)
            except ValueError as error:
                raise ValueError('no signature found for {!r}'.format(obj)) from error
    if sig is not None:
        return _signature_bound_method(sig) if has_self and skip_bound_arg else sig
    if isinstance(obj, types.BuiltinFunctionType):
        raise ValueError('no signature found for builtin function {!r}'.format(obj))
    raise ValueError('callable {!r} is not supported by signature'.format(obj))


# ---------------------------------------------------------------------------------------------- as a script

def _main():
    """Show the source of module[:object], or with --details where it comes from."""
    import importlib
    arguments = [word for word in sys.argv[1:] if word != '--details']
    if len(arguments) != 1:
        print('usage: inspect.py [-h] [--details] object', file=sys.stderr)
        sys.exit(2)
    module_name, has_attribute, attributes = arguments[0].partition(':')
    try:
        obj = module = importlib.import_module(module_name)
    except Exception as error:
        print('Failed to import {} ({}: {})'.format(module_name, type(error).__name__, error), file=sys.stderr)
        sys.exit(2)
    for name in attributes.split('.') if has_attribute else ():
        obj = getattr(obj, name)
    if module.__name__ in sys.builtin_module_names:
        print("Can't get info for builtin modules.", file=sys.stderr)
        sys.exit(1)
    if '--details' not in sys.argv:
        print(getsource(obj))
        return
    print('Target: {}'.format(arguments[0]))
    print('Origin: {}'.format(getsourcefile(module)))
    print('Cached: {}'.format(module.__cached__))
    if obj is module:
        print('Loader: {}'.format(repr(module.__loader__)))
        if hasattr(module, '__path__'):
            print('Submodule search path: {}'.format(module.__path__))
    else:
        try:
            number = findsource(obj)[1]
        except Exception:
            pass
        else:
            print('Line: {}'.format(number))
    print('\n')


if __name__ == '__main__':
    _main()
