"""Look into live objects: what they are, their members, sources, signatures and frames."""

import ast
import builtins
import collections.abc
from collections import namedtuple, OrderedDict
import dis
import enum
import functools
import importlib.machinery
import itertools
import linecache
from operator import attrgetter
import os
import re
import sys
import token
import tokenize
import types
import warnings

from _inspect_kinds import *
from _inspect_kinds import _sentinel
from _inspect_source import *
from _inspect_source import _findclass, _finddoc, _filesbymodname
from _inspect_signature import *
from _inspect_signature import (
    _ClassMethodWrapper, _KEYWORD_ONLY, _MethodWrapper, _NonUserDefinedCallables, _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD,
    _ParameterKind, _VAR_KEYWORD, _VAR_POSITIONAL, _WrapperDescriptor, _empty, _getfullargs, _signature_bound_method,
    _signature_from_builtin, _signature_from_callable, _signature_from_function, _signature_fromstr,
    _signature_get_bound_param, _signature_get_partial, _signature_get_user_defined_method, _signature_is_builtin,
    _signature_is_functionlike, _signature_strip_non_python_syntax, _void)


# ---------------------------------------------------------------------------------------------- arguments, the old way

Arguments = namedtuple('Arguments', 'args, varargs, varkw')


def getargs(co):
    """Arguments(args, varargs, varkw) of a code object; keyword-only names stand among args."""
    args, varargs, kwonlyargs, varkw = _getfullargs(co)
    return Arguments(args + kwonlyargs, varargs, varkw)


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

def _static_getmro(klass):
    return type.__dict__['__mro__'].__get__(klass)


def _check_instance(obj, attr):
    try:
        instance_dict = object.__getattribute__(obj, '__dict__')
    except AttributeError:
        return _sentinel
    return dict.get(instance_dict, attr, _sentinel)


def _check_class(klass, attr):
    # In the dictionaries of a class and its bases, unless a metaclass hides them.
    places = [entry.__dict__ for entry in _static_getmro(klass) if _shadowed_dict(type(entry)) is _sentinel]
    for place in places:
        if attr in place:
            return place[attr]
    return _sentinel


def _is_type(obj):
    # isinstance() would ask the object.
    try:
        return bool(_static_getmro(obj))
    except TypeError:
        return False


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
    on_metaclass = _check_class(type(klass), attr) if obj is klass else _sentinel
    result = default if on_metaclass is _sentinel else on_metaclass
    if result is _sentinel:
        raise AttributeError(attr)
    return result


# ---------------------------------------------------------------------------------------------- generators, coroutines

# Each constant is its own name.
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = ('CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED',
                                                           'CORO_CLOSED')


def _stage(running, frame):
    if running:
        return 'RUNNING'
    if frame is None:
        return 'CLOSED'
    return 'SUSPENDED' if frame.f_lasti >= 0 else 'CREATED'


def getgeneratorstate(generator):
    """GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    return 'GEN_' + _stage(generator.gi_running, generator.gi_frame)


def getcoroutinestate(coroutine):
    """CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    return 'CORO_' + _stage(coroutine.cr_running, coroutine.cr_frame)


def getgeneratorlocals(generator):
    """The local variables of a generator; {} when it is at its end."""
    if isgenerator(generator):
        return generator.gi_frame.f_locals if generator.gi_frame is not None else {}
    raise TypeError("{!r} is not a Python generator".format(generator))


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine; {} when it is at its end."""
    frame = getattr(coroutine, 'cr_frame', None)
    return {} if frame is None else frame.f_locals


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
    facts = [('Target', arguments[0]), ('Origin', getsourcefile(module)), ('Cached', module.__cached__)]
    if obj is module:
        facts.append(('Loader', repr(module.__loader__)))
        if hasattr(module, '__path__'):
            facts.append(('Submodule search path', module.__path__))
    else:
        try:
            facts.append(('Line', findsource(obj)[1]))
        except Exception:
            pass
    for name, value in facts:
        print('{}: {}'.format(name, value))
    print('\n')


if __name__ == '__main__':
    _main()
