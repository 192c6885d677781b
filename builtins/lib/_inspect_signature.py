"""Signatures for inspect: parameters, bound arguments, and where signatures come from. All appears to be of inspect."""

import builtins
import collections
from collections import OrderedDict
import enum
import functools
from operator import attrgetter
import re
import sys
import tokenize
import types
import warnings

from _inspect_kinds import (CO_VARARGS, CO_VARKEYWORDS, isbuiltin, isclass, iscode, isfunction, ismethoddescriptor,
                            ismodule, unwrap)

__name__ = 'inspect'


def _getfullargs(co):
    if not iscode(co):
        raise TypeError('{!r} is not a code object'.format(co))
    names = list(co.co_varnames)
    positional, keyword = co.co_argcount, co.co_kwonlyargcount
    rest = iter(names[positional + keyword:])
    varargs = next(rest) if co.co_flags & CO_VARARGS else None
    varkw = next(rest) if co.co_flags & CO_VARKEYWORDS else None
    return names[:positional], varargs, names[positional:positional + keyword], varkw


def formatannotation(annotation, base_module=None):
    """Text of an annotation."""
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


_WrapperDescriptor = type(type.__call__)
_MethodWrapper = type(all.__call__)
_ClassMethodWrapper = type(int.__dict__['from_bytes'])
_NonUserDefinedCallables = (_WrapperDescriptor, _MethodWrapper, _ClassMethodWrapper, types.BuiltinFunctionType)


class _void:
    """For parameters of replace() that are left out."""


class _empty:
    """For what a parameter or signature does not have."""


class _ParameterKind(enum.IntEnum):
    # In the order in which they stand in a signature.
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = range(5)

    def __str__(self):
        return self._name_


(_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD) = _ParameterKind


def _read_only(attribute):
    return property(attrgetter(attribute))


def _kind_words(kind):
    return ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only', 'variadic keyword')[kind]


class Parameter:
    """One parameter of a signature: name, kind, default, annotation (Parameter.empty for what is not there)."""

    __slots__ = ('_name', '_kind', '_default', '_annotation')

    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind

    name, kind = _read_only('_name'), _read_only('_kind')
    default, annotation = _read_only('_default'), _read_only('_annotation')

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in tuple(_ParameterKind):
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
            name, self._kind = 'implicit' + name[1:], _POSITIONAL_ONLY
        self._name = name
        if not name.isidentifier():
            raise ValueError('{!r} is not a valid parameter name'.format(name))

    def __reduce__(self):
        return type(self), (self._name, self._kind), {'_default': self._default, '_annotation': self._annotation}

    def __setstate__(self, state):
        self._default, self._annotation = state['_default'], state['_annotation']

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
        return '<{} "{}">'.format(type(self).__name__, self)

    def _parts(self):
        return self._name, self._kind, self._default, self._annotation

    def __eq__(self, other):
        if isinstance(other, Parameter):
            return self is other or self._parts() == other._parts()
        return NotImplemented

    def __hash__(self):
        return hash(self._parts())


class BoundArguments:
    """What Signature.bind() gives: arguments (an ordered dict of parameter names), args, kwargs, signature."""

    __slots__ = ('arguments', '_signature', '__weakref__')

    signature = _read_only('_signature')

    def __init__(self, signature, arguments):
        self._signature, self.arguments = signature, arguments

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
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self is other or self.signature == other.signature and self.arguments == other.arguments

    def __getstate__(self):
        return {'arguments': self.arguments, '_signature': self._signature}

    def __setstate__(self, state):
        self.arguments, self._signature = state['arguments'], state['_signature']

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

    parameters, return_annotation = _read_only('_parameters'), _read_only('_return_annotation')

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
        if isinstance(other, Signature):
            return self is other or self._hash_basis() == other._hash_basis()
        return NotImplemented

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
    positional_only = getattr(func.__code__, 'co_posonlyargcount', 0)
    parameters = []
    for index, name in enumerate(args):
        kind = _POSITIONAL_ONLY if index < positional_only else _POSITIONAL_OR_KEYWORD
        default = defaults[index - first_default] if index >= first_default else _empty
        parameters.append(make(name, annotation=annotations.get(name, _empty), kind=kind, default=default))
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
