"""Documentation of modules, classes, functions and keywords as text: help(), and "-m pydoc NAME ..." on the command line."""

import builtins
import inspect
import os
import sys

__all__ = ['help']

# Keywords: how they are written, and what they do.
_KEYWORDS = {
    'False': ('False', 'The false value of type bool; it equals 0.'),
    'None': ('None', 'The only value of its type: "nothing". Functions without a return give it.'),
    'True': ('True', 'The true value of type bool; it equals 1.'),
    'and': ('a and b', 'The value of a if that is false, else the value of b, which is only then evaluated.'),
    'as': ('import module as name\nwith manager as name:\nexcept Error as name:', 'Gives what stands before it a name.'),
    'assert': ('assert condition\nassert condition, message',
               'Raises AssertionError when the condition is false. With -O there are no assertions.'),
    'async': ('async def name(...):\nasync for name in iterable:\nasync with manager as name:',
              'Makes a coroutine function; for and with that wait between their steps, inside of one.'),
    'await': ('await expression', 'Suspends the coroutine until the awaited object has its result. Only in async def.'),
    'break': ('break', 'Leaves the innermost for or while. Its else part is not run.'),
    'class': ('class Name:\n    ...\nclass Name(Base, metaclass=Meta):\n    ...',
              'Runs the block in a namespace of its own and makes a class of the names defined there.'),
    'continue': ('continue', 'Goes on with the next round of the innermost for or while.'),
    'def': ('def name(a, b=1, *rest, c, **others) -> annotation:\n    ...',
            'Binds the name to a function. Default values are evaluated once, when def is executed.'),
    'del': ('del name\ndel sequence[i], object.attribute', 'Removes names, items or attributes.'),
    'elif': ('if a:\n    ...\nelif b:\n    ...', 'Another condition, looked at when those before it were false.'),
    'else': ('if a:\n    ...\nelse:\n    ...\nx if a else y',
             'What is done when no condition was true, when a loop ended without break, when a try raised nothing.'),
    'except': ('try:\n    ...\nexcept (TypeError, ValueError) as error:\n    ...',
               'Handles exceptions of these classes that the try block raises. Without a class: all of them.'),
    'finally': ('try:\n    ...\nfinally:\n    ...', 'Runs however the try block is left.'),
    'for': ('for target in iterable:\n    ...\nelse:\n    ...',
            'Runs the block for each item. The else part is run unless break ended the loop.'),
    'from': ('from module import name, other as alias\nfrom . import sibling\nraise Error from cause\nyield from iterable',
             'Imports names out of a module; names the cause of an exception; hands on to another generator.'),
    'global': ('global name, other', 'In this function these names are those of the module.'),
    'if': ('if condition:\n    ...\nelif other:\n    ...\nelse:\n    ...\nx if condition else y',
           'Runs the first block whose condition is true.'),
    'import': ('import module, package.module as alias\nfrom module import name',
               'Finds a module, runs it the first time, and binds names.'),
    'in': ('x in container\nx not in container\nfor target in iterable:', 'Whether a container has an item; part of for.'),
    'is': ('a is b\na is not b', 'Whether both are the same object, which says more than a == b.'),
    'lambda': ('lambda a, b=1: expression', 'A function without a name; its result is the expression.'),
    'nonlocal': ('nonlocal name, other', 'In this function these names are those of the function around it.'),
    'not': ('not x', 'True if x is false, else False.'),
    'or': ('a or b', 'The value of a if that is true, else the value of b, which is only then evaluated.'),
    'pass': ('pass', 'Does nothing, where a statement has to stand.'),
    'raise': ('raise\nraise ValueError("text")\nraise Error from cause',
              'Raises an exception; alone: the one that is being handled once more.'),
    'return': ('return\nreturn expression', 'Leaves the function with this value, or with None.'),
    'try': ('try:\n    ...\nexcept Error as error:\n    ...\nelse:\n    ...\nfinally:\n    ...',
            'Runs a block and handles what it raises.'),
    'while': ('while condition:\n    ...\nelse:\n    ...', 'Runs the block as long as the condition is true.'),
    'with': ('with open(name) as file, other_manager:\n    ...',
             'Enters the context managers, runs the block, and leaves them however the block ends.'),
    'yield': ('yield\nx = yield value\nyield from iterable',
              'Makes the function a generator: gives a value to whoever iterates and waits to be asked for the next.'),
}

_SYMBOLS = {
    '+ - * / // % **': 'arithmetic; // rounds down, % is the remainder, ** the power; + * also for sequences',
    '@': 'matrix product; before def and class: a decorator',
    '<< >> & | ^ ~': 'bits of integers; & | ^ also for sets',
    '< <= == != >= >': 'comparisons; they can be chained: a < b < c',
    '=': 'assignment; += -= *= ... change what is there',
    '( )': 'grouping, tuples, calls',
    '[ ]': 'lists, list comprehensions, items and slices: x[i], x[start:stop:step]',
    '{ }': 'dicts and sets, and their comprehensions',
    ':': 'begins a block; between key and value; in slices; before annotations',
    ', ;': 'between items; between statements of one line',
    '.': 'attributes: object.name',
    '->': 'annotation of a result: def f() -> int',
    '* **': 'in calls and definitions: any number of arguments; in displays: all items of',
    '#': 'comment up to the end of the line',
    '\\': 'at the end of a line: it goes on in the next',
    '\' " \'\'\' """': 'text; three quotes: of several lines; before them r raw, b bytes, f with {expressions}',
}

_WELCOME = """
Welcome to the help of Krait, which speaks Python {0[0]}.{0[1]}.

Type the name of a module, keyword, or of anything in a module ("str.split").
"modules", "keywords" and "symbols" list what there is; "modules text" looks for
a text in names and summaries. "quit", or an empty line, goes back.
"""
_GOODBYE = """
help(object) and help('name') answer at the prompt, too.
"""

_HIDDEN = {'__author__', '__builtins__', '__cached__', '__credits__', '__date__', '__doc__', '__docformat__', '__file__',
           '__loader__', '__module__', '__name__', '__package__', '__path__', '__qualname__', '__slots__', '__spec__',
           '__version__', '__annotations__'}


class ErrorDuringImport(Exception):
    """A module that was looked for exists and cannot be imported."""

    def __init__(self, filename, exc_info):
        self.filename = filename
        self.exc, self.value, self.tb = exc_info

    def __str__(self):
        return 'problem in %s - %s: %s' % (self.filename, self.exc.__name__, self.value)


# ---------------------------------------------------------------------------------------------- looking things up

def getdoc(thing):
    """The docstring, or the comment above the source, without its indentation."""
    found = inspect.getdoc(thing)
    if not found:
        try:
            found = inspect.getcomments(thing)
        except Exception:
            found = None
    return found.strip('\n').rstrip() if found else ''


def splitdoc(doc):
    """(first line, the rest) of a docstring."""
    lines = doc.strip().split('\n')
    if len(lines) == 1:
        return lines[0], ''
    if not lines[1].strip():
        return lines[0], '\n'.join(lines[2:])
    return '', '\n'.join(lines)


def visiblename(name, all=None, obj=None):
    """Whether documentation shows the name."""
    if name in _HIDDEN:
        return False
    if name.startswith('__') and name.endswith('__'):
        return True
    return name in all if all is not None else not name.startswith('_')


def safeimport(path, forceload=0, cache=None):
    """The module, or None if there is none."""
    try:
        module = __import__(path)
    except ImportError as error:
        if error.name and (path == error.name or path.startswith(error.name + '.')):
            return None
        raise ErrorDuringImport(path, sys.exc_info())
    except Exception:
        raise ErrorDuringImport(path, sys.exc_info())
    for part in path.split('.')[1:]:
        module = getattr(module, part, None)
    return module


def locate(path, forceload=0):
    """What a dotted name stands for: a module, something in one, or something built in. None: nothing."""
    parts = [part for part in path.split('.') if part]
    found, used = None, 0
    while used < len(parts):
        module = safeimport('.'.join(parts[:used + 1]), forceload)
        if module is None:
            break
        found, used = module, used + 1
    value = found if used else builtins
    for part in parts[used:]:
        try:
            value = getattr(value, part)
        except AttributeError:
            return None
    return value if parts else None


def resolve(thing, forceload=0):
    """(object, name) for an object or the name of one."""
    if isinstance(thing, str):
        value = locate(thing, forceload)
        if value is None:
            raise ImportError("No Python documentation found for %r.\nUse help() to get the interactive help utility.\n"
                              "Use help(str) for help on the str class." % thing)
        return value, thing
    name = getattr(thing, '__name__', None)
    return thing, name if isinstance(name, str) else None


def describe(thing):
    """What kind of thing it is, in words."""
    if inspect.ismodule(thing):
        if thing.__name__ in sys.builtin_module_names:
            return 'built-in module ' + thing.__name__
        return ('package ' if hasattr(thing, '__path__') else 'module ') + thing.__name__
    if inspect.isbuiltin(thing):
        return 'built-in function ' + thing.__name__
    if inspect.isgetsetdescriptor(thing) or inspect.ismemberdescriptor(thing):
        kind = 'getset' if inspect.isgetsetdescriptor(thing) else 'member'
        owner = thing.__objclass__
        return '%s descriptor %s.%s.%s' % (kind, owner.__module__, owner.__name__, thing.__name__)
    if inspect.isclass(thing):
        return 'class ' + thing.__name__
    if inspect.isfunction(thing):
        return 'function ' + thing.__name__
    if inspect.ismethod(thing):
        return 'method ' + thing.__name__
    return type(thing).__name__


# ---------------------------------------------------------------------------------------------- text

def _indented(text, prefix='    '):
    return '\n'.join((prefix + line).rstrip() if prefix.strip() == '' else prefix + line for line in text.split('\n'))


def _class_name(cls, module):
    return cls.__qualname__ if cls.__module__ == module else cls.__module__ + '.' + cls.__qualname__


def _short(value, room):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text if len(text) <= room else text[:room - 3] + '...'


def _signature(routine):
    try:
        return str(inspect.signature(routine))
    except (ValueError, TypeError):
        return '(...)'


def _routine_text(routine, name=None):
    own = getattr(routine, '__name__', name) or '?'
    title = own if name in (None, own) else '%s = %s' % (name, own)
    function = getattr(routine, '__func__', routine)
    if own == '<lambda>':
        title = (name or own) + ' lambda ' + _signature(function)[1:-1]
    else:
        title += _signature(routine)
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        title = 'async ' + title
    doc = getdoc(routine)
    return title + '\n' + (_indented(doc) + '\n' if doc else '')


def _descriptor_text(value, name):
    doc = getdoc(value) if not isinstance(value, (str, int)) else ''
    return name + '\n' + (_indented(doc) + '\n' if doc else '')


def _data_text(value, name, room=70):
    return '%s = %s\n' % (name, _short(value, room - len(name)))


def _attributes_of(cls):
    """[(name, kind, class that has it, value)] as the classes define them."""
    found = []
    for name in dir(cls):
        owner = next((base for base in cls.__mro__ if name in base.__dict__), None)
        if owner is None:
            continue
        value = owner.__dict__[name]
        if isinstance(value, classmethod) or type(value).__name__ == 'classmethod_descriptor':
            found.append((name, 'Class methods', owner, getattr(cls, name)))
        elif isinstance(value, staticmethod):
            found.append((name, 'Static methods', owner, value.__func__))
        elif inspect.isroutine(value) and not isinstance(value, type):
            kind = 'Static methods' if inspect.isbuiltin(value) else 'Methods'
            found.append((name, kind, owner, value))
        elif inspect.isdatadescriptor(value) or isinstance(value, property):
            found.append((name, 'Data descriptors', owner, value))
        else:
            found.append((name, 'Data and other attributes', owner, value))
    return found


_KINDS = ('Methods', 'Class methods', 'Static methods', 'Data descriptors', 'Data and other attributes')


def _class_text(cls, name=None, module=None):
    if module is None:
        module = cls.__module__
    own = cls.__name__
    bases = ', '.join(_class_name(base, module) for base in cls.__bases__)
    title = 'class ' + own if name in (None, own) else '%s = class %s' % (name, own)
    if bases:
        title += '(%s)' % bases
    parts = []
    doc = getdoc(cls)
    if doc:
        parts.append(doc + '\n')
    if len(cls.__mro__) > 2:
        parts.append('Method resolution order:\n' + ''.join('    %s\n' % _class_name(c, module) for c in cls.__mro__))
    attributes = [a for a in _attributes_of(cls) if visiblename(a[0], obj=cls)]
    for owner in cls.__mro__:
        if owner is object and cls is not object:
            continue
        inherited = 'defined here' if owner is cls else 'inherited from ' + _class_name(owner, module)
        for kind in _KINDS:
            group = [(n, v) for n, k, c, v in attributes if c is owner and k == kind]
            if not group:
                continue
            if parts:
                line = '-' * 70 + '\n' if any(' defined here' in p or ' inherited ' in p for p in parts) else ''
            else:
                line = ''
            texts = []
            for n, value in group:
                if kind == 'Data descriptors':
                    texts.append(_descriptor_text(value, n))
                elif kind == 'Data and other attributes':
                    texts.append(_data_text(value, n) if not inspect.isclass(value) else
                                 '%s = %r\n' % (n, value))
                elif value is None:
                    texts.append('%s = None\n' % n)
                else:
                    texts.append(_routine_text(value, n))
            parts.append('%s%s %s:\n\n%s' % (line, kind, inherited, '\n'.join(texts)))
    body = '\n'.join(parts).rstrip('\n')
    return title + '\n' + (_indented(body, ' |  ') + '\n' if body else '')


def _section(title, text):
    return title + '\n' + _indented(text.rstrip('\n')) + '\n\n'


def _module_names(module):
    listed = getattr(module, '__all__', None)
    for name in sorted(set(dir(module)) if listed is None else set(listed)):
        if visiblename(name, listed, module):
            try:
                yield name, getattr(module, name), listed is not None
            except AttributeError:
                pass


def _tree_text(classes, module):
    """Which class is derived from which."""
    shown = []

    def visit(cls, depth):
        shown.append('    ' * depth + (_class_name(cls, module) if depth == 0 else '%s(%s)' % (
            _class_name(cls, module), ', '.join(_class_name(b, module) for b in cls.__bases__))))
        for other in classes:
            if cls in other.__bases__:
                visit(other, depth + 1)

    roots = []
    for cls in classes:
        for base in cls.__bases__:
            if base not in classes and base not in roots:
                roots.append(base)
    for root in sorted(roots, key=lambda c: (c.__module__, c.__name__)):
        visit(root, 0)
    return '\n'.join(shown)


def _module_text(module):
    name = module.__name__
    summary, rest = splitdoc(getdoc(module))
    text = _section('NAME', name + (' - ' + summary if summary else ''))
    if rest:
        text += _section('DESCRIPTION', rest)
    if hasattr(module, '__path__'):
        inner = sorted(_package_contents(module))
        if inner:
            text += _section('PACKAGE CONTENTS', '\n'.join(inner))
    classes, functions, data = [], [], []
    for key, value, listed in _module_names(module):
        if inspect.isclass(value):
            if listed or value.__module__ == name:
                classes.append((key, value))
        elif inspect.isroutine(value):
            if listed or inspect.isbuiltin(value) or getattr(value, '__module__', None) == name:
                functions.append((key, value))
        elif not inspect.ismodule(value):
            data.append((key, value))
    if classes:
        unique = []
        for _, cls in classes:
            if cls not in unique:
                unique.append(cls)
        parts = [_tree_text(unique, name)] + [_class_text(cls, key, name) for key, cls in classes]
        text += _section('CLASSES', '\n\n'.join(part.rstrip('\n') for part in parts))
    if functions:
        text += _section('FUNCTIONS', '\n'.join(_routine_text(value, key) for key, value in functions))
    if data:
        text += _section('DATA', '\n'.join(_data_text(value, key).rstrip('\n') for key, value in data))
    for attribute, title in (('__version__', 'VERSION'), ('__author__', 'AUTHOR')):
        if isinstance(getattr(module, attribute, None), str):
            text += _section(title, getattr(module, attribute))
    return text + _section('FILE', getattr(module, '__file__', None) or '(built-in)')


def _package_contents(module):
    lead = module.__name__ + '.'
    names = {name[len(lead):] for name in __import__('_imp')._frozen_names() if name.startswith(lead)}
    try:
        import pkgutil
        names.update(found[1] for found in pkgutil.iter_modules(module.__path__))
    except Exception:
        pass
    return [name for name in names if '.' not in name]


class TextDoc:
    """Documentation of objects as text."""

    def document(self, thing, name=None, *rest):
        if inspect.ismodule(thing):
            return _module_text(thing)
        if inspect.isclass(thing):
            return _class_text(thing, name)
        if inspect.isroutine(thing):
            return _routine_text(thing, name)
        if inspect.isdatadescriptor(thing):
            return _descriptor_text(thing, name or getattr(thing, '__name__', '?'))
        return _data_text(thing, name or '?')


text = plaintext = TextDoc()


def render_doc(thing, title='Python Library Documentation: %s', forceload=0, renderer=None):
    """The documentation of an object, or of what a name stands for, with a headline."""
    value, name = resolve(thing, forceload)
    kind = describe(value)
    module = inspect.getmodule(value)
    if name and '.' in name:
        kind += ' in ' + name[:name.rfind('.')]
    elif module and module is not value:
        kind += ' in module ' + module.__name__
    documented = (inspect.ismodule(value) or inspect.isclass(value) or inspect.isroutine(value) or
                  inspect.isdatadescriptor(value))
    if not documented:
        value = type(value)
        kind += ' object'
    if name and '.' in name:
        name = name[name.rfind('.') + 1:] if documented else None
    return title % kind + '\n\n' + (renderer or text).document(value, name if isinstance(thing, str) else None)


# ---------------------------------------------------------------------------------------------- showing

def plain(text):
    """Without overstriking, as old terminals made letters bold."""
    import re
    return re.sub('.\b', '', text)


def plainpager(text):
    """Writes the text to standard output."""
    encoding = getattr(sys.stdout, 'encoding', None) or 'utf-8'
    sys.stdout.write(plain(text).encode(encoding, 'backslashreplace').decode(encoding))


def _pager_command():
    for name in ('MANPAGER', 'PAGER'):
        if os.environ.get(name):
            return ['/bin/sh', '-c', os.environ[name]]
    for folder in os.environ.get('PATH', '').split(':'):
        path = os.path.join(folder, 'less')
        if folder and os.access(path, os.X_OK):
            return [path, '-R']
    return None


def _run_pager(command, text):
    import signal
    data = text.encode('utf-8', 'backslashreplace')
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)   # the pager's own business
    try:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                signal.signal(signal.SIGINT, signal.SIG_DFL)
                signal.signal(signal.SIGPIPE, signal.SIG_DFL)
                os.dup2(reader, 0)
                os.close(reader)
                os.close(writer)
                os.execv(command[0], command)
            finally:
                os._exit(127)
        os.close(reader)
        try:
            while data:
                data = data[os.write(writer, data[:65536]):]
        except BrokenPipeError:
            pass
        os.close(writer)
        return os.waitpid(child, 0)[1] >> 8 != 127
    finally:
        signal.signal(signal.SIGINT, before)


def pager(text):
    """Shows a text: page by page when it is longer than the terminal."""
    try:
        terminal = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get('TERM') not in (None, '', 'dumb')
    except Exception:
        terminal = False
    if terminal and text.count('\n') >= os.get_terminal_size().lines:
        command = _pager_command()
        sys.stdout.flush()
        if command and _run_pager(command, plain(text)):
            return
    plainpager(text)


def doc(thing, title='Python Library Documentation: %s', forceload=0, output=None):
    """Shows the documentation of an object, or of what a name stands for."""
    try:
        found = render_doc(thing, title, forceload)
    except (ImportError, ErrorDuringImport) as error:
        print(error)
        return
    if output is None:
        pager(found)
    else:
        output.write(plain(found))


# ---------------------------------------------------------------------------------------------- help()

def _columns(words, width=80):
    words = sorted(words)
    widest = max(map(len, words)) + 2
    across = max(1, (width - 1) // widest)
    rows = (len(words) + across - 1) // across
    return '\n'.join(''.join(word.ljust(widest) for word in words[row::rows]).rstrip() for row in range(rows))


def _all_modules():
    names = set(sys.builtin_module_names) | set(__import__('_imp')._frozen_names())
    try:
        import pkgutil
        names.update(found[1] for found in pkgutil.iter_modules())
    except Exception:
        pass
    return sorted(name for name in names if '.' not in name)


class Helper:
    """What help is at a prompt."""

    def __init__(self, input=None, output=None):
        self._input, self._output = input, output

    input = property(lambda self: self._input or sys.stdin)
    output = property(lambda self: self._output or sys.stdout)

    def __repr__(self):
        return 'Type help() for interactive help, or help(object) for help about object.'

    _nothing = object()

    def __call__(self, request=_nothing):
        if request is not self._nothing:
            return self.help(request)
        self._show(_WELCOME.format(sys.version_info))
        self.interact()
        self._show(_GOODBYE)

    def _show(self, text):
        self.output.write(text)

    def interact(self):
        while True:
            try:
                request = self.getline('help> ')
            except (KeyboardInterrupt, EOFError):
                break
            request = request.strip().strip('\'"').strip() if request else ''
            if not request or request.lower() in ('q', 'quit'):
                break
            self.help(request)

    def getline(self, prompt):
        if self._input is None:
            return input(prompt)
        self._show(prompt)
        self.output.flush()
        return self._input.readline()

    def help(self, request):
        if not isinstance(request, str):
            doc(request, 'Help on %s:', output=self._output)
            self._show('\n')
            return
        request = request.strip()
        word = request.split(None, 1)
        if request in ('', 'help'):
            self._show(_WELCOME.format(sys.version_info))
        elif request == 'keywords':
            self.listkeywords()
        elif request == 'symbols':
            self.listsymbols()
        elif word[0] == 'modules':
            self.listmodules(word[1] if len(word) > 1 else '')
        elif request in _KEYWORDS:
            self.showtopic(request)
        elif any(request in symbols.split(' ') for symbols in _SYMBOLS):
            self.showsymbol(request)
        else:
            doc(request, 'Help on %s:', output=self._output)
        self._show('\n')

    def listkeywords(self):
        self._show('\nThe keywords. Type one of them to read about it.\n\n%s\n' % _columns(_KEYWORDS))

    def listsymbols(self):
        self._show('\n')
        for symbols, meaning in _SYMBOLS.items():
            self._show('%-18s %s\n' % (symbols, meaning))

    def listmodules(self, key=''):
        if not key:
            names = [name for name in _all_modules() if not name.startswith('_')]
            self._show('\nThe modules that can be imported. Type the name of one to read about it,\n'
                       '"modules text" to look for a text in names and summaries.\n\n%s\n' % _columns(names))
            return
        self._show('\n')
        for name in _all_modules():
            summary = self._summary(name)
            if key.lower() in (name + ' - ' + summary).lower():
                self._show('%s - %s\n' % (name, summary) if summary else name + '\n')

    def _summary(self, name):
        try:
            if name in sys.modules or name in sys.builtin_module_names:
                return splitdoc(getdoc(__import__(name)))[0]
            import pkgutil
            source = pkgutil.get_loader(name).get_source(name)
            import ast
            return splitdoc(ast.get_docstring(ast.parse(source)) or '')[0]
        except Exception:
            return ''

    def showtopic(self, topic):
        form, meaning = _KEYWORDS[topic]
        self._show('%s\n\n%s\n' % (_indented(form), meaning))

    def showsymbol(self, symbol):
        for symbols, meaning in _SYMBOLS.items():
            if symbol in symbols.split(' '):
                self._show('%-18s %s\n' % (symbols, meaning))


help = Helper()


def cli():
    """What "-m pydoc" does."""
    names = sys.argv[1:]
    if not names or names[0] in ('-h', '--help'):
        print('usage: pydoc NAME ...   documentation of modules, keywords, and things in modules\n'
              '       pydoc -k TEXT    modules with the text in their name or summary')
        return
    if names[0] == '-k' and len(names) > 1:
        help.listmodules(names[1])
        return
    sys.path.insert(0, '.')
    for name in names:
        if os.sep in name and os.path.exists(name):
            import importlib.util
            spec = importlib.util.spec_from_file_location(os.path.splitext(os.path.basename(name))[0], name)
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            doc(module)
        else:
            help.help(name)


if __name__ == '__main__':
    cli()
