"""Rows (place, name, kind, signature) of everything that dir() finds in the built-in types and the modules below them."""
import builtins
import importlib
import inspect

# Native modules with all their names, and modules written in Python with what their __all__ lists.
NATIVE = '''
builtins _ast _codecs _collections _functools _heapq _bisect _imp _io _json _operator _posixsubprocess _random _sha512 _signal
_socket _sre _string _struct _thread _warnings _weakref array atexit binascii errno faulthandler gc itertools marshal math
posix select sys time zipimport
'''.split()
WRITTEN = '''
abc bisect codecs collections collections.abc contextlib copy copyreg enum fractions functools heapq io json numbers operator os
os.path random re reprlib string struct textwrap traceback types warnings weakref
'''.split()
# Types without a name in builtins, by an expression.
HIDDEN = '''
type(None) type(NotImplemented) type(...) type(len) type([].append) type(list.append) type(list.__add__) type([].__add__)
type(dict.__dict__['fromkeys']) type(int.real) type(type.__dict__) type(signature_of) type(signature_of.__code__) type(type(signature_of).__code__)
type((lambda:(yield))()) type(inspect) type(type('S',(),{'__slots__':'x'}).x)
type(iter([])) type(reversed([])) type(iter(())) type(iter({})) type(iter({}.keys())) type(iter({}.values())) type(iter({}.items()))
type({}.keys()) type({}.values()) type({}.items()) type(iter(set())) type(iter(range(1))) type(iter(range(1<<70)))
type(iter('')) type(iter(b'')) type(iter(bytearray())) type(iter(int,1)) type(inspect.currentframe())
'''.split()


def signature_of(value):
    try:
        return str(inspect.signature(value))
    except (ValueError, TypeError):
        return '-'


def kind_of(value):
    if isinstance(value, type):
        return 'class'
    return 'callable' if callable(value) else 'value'


def rows_of(place, owner, names):
    for name in sorted(names):
        try:
            value = getattr(owner, name)
        except AttributeError:
            continue
        signature = signature_of(value) if callable(value) else '-'
        # Addresses and versions are nobody's promise.
        yield place, name, kind_of(value), '-' if ' at 0x' in signature else signature


def types():
    for name in sorted(vars(builtins)):
        value = getattr(builtins, name)
        if isinstance(value, type) and name[0] != '_':
            yield name, value
    for text in HIDDEN:
        yield text, eval(text)


def rows():
    for place, owner in types():
        yield from rows_of('type ' + place, owner, dir(owner))
    for name in NATIVE:
        module = importlib.import_module(name)
        names = [attribute for attribute in vars(module) if attribute[:2] != '__']
        if name == 'builtins':
            names += ['__import__', '__build_class__', '__debug__']
        yield from rows_of('module ' + name, module, names)
        for attribute in sorted(names):
            value = getattr(module, attribute)
            if isinstance(value, type) and not hasattr(builtins, attribute):
                yield from rows_of('type %s.%s' % (name, attribute), value, dir(value))
    for name in WRITTEN:
        module = importlib.import_module(name)
        names = getattr(module, '__all__', [attribute for attribute, value in vars(module).items() if attribute[0] != '_' and
                                            getattr(value, '__module__', None) == name])
        yield from rows_of('module ' + name, module, names)
