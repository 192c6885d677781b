"""Type parameters and what they are made with: a part of _krait_generics, which is imported first."""
import sys
from _functools import partial
from _typing import evaluated

_NoneType = type(None)


def _caller(depth=2):
    """__name__ of the module that called what called this."""
    return sys._getframe(depth).f_globals.get('__name__')


def _late(function, value, doc=None):
    """An attribute whose value a function gives when it is first asked for."""
    return property(partial(evaluated, function, value), None, None, doc)


def _field(slot, doc=None):
    return property(partial(evaluated, '_nothing', slot), None, None, doc)


class NoDefaultType:
    __module__ = 'typing'
    __slots__ = ()

    def __new__(cls):
        return NoDefault

    def __repr__(self):
        return 'typing.NoDefault'

    def __reduce__(self):
        return 'NoDefault'


NoDefault = object.__new__(NoDefaultType)


class ForwardRef:
    """A type that is only named, in a string."""
    __module__ = 'typing'
    __slots__ = ('__forward_arg__',)

    def __init__(self, arg):
        if not isinstance(arg, str):
            raise TypeError('Forward reference must be a string -- got %r' % (arg,))
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return self.__forward_arg__ == other.__forward_arg__ if isinstance(other, ForwardRef) else NotImplemented

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return _generics.Union[self, other]

    def __ror__(self, other):
        return _generics.Union[other, self]

    def __repr__(self):
        return 'ForwardRef(%r)' % self.__forward_arg__


def _as_given(arg):
    return _NoneType if arg is None else ForwardRef(arg) if isinstance(arg, str) else arg


def _as_type(arg, message='Parameters to generic types must be types.'):
    if type(arg) is tuple:
        raise TypeError('%s Got %.100r.' % (message, arg))
    return _as_given(arg)


class _Parameter:
    """What the three kinds of type parameters have in common."""
    __slots__ = ('_name', '_default', '_late_default', '__dict__', '__weakref__')
    _nothing = None

    __name__ = _field('_name')
    __default__ = _late('_late_default', '_default', 'The default value; NoDefault when there is none.')

    def _set(self, name, default, late_default=None):
        if not isinstance(name, str):
            raise TypeError("%s() argument 'name' must be str, not %s"
                            % (type(self).__name__.lower(), type(name).__name__))
        self._name = name
        self._default = default
        self._late_default = late_default

    def has_default(self):
        return self._late_default is not None or self._default is not NoDefault

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of %s' % type(self).__name__)

    def __reduce__(self):
        return self._name

    def __init_subclass__(cls):
        if cls.__module__ not in ('typing', __name__):
            raise TypeError("type 'typing.%s' is not an acceptable base type" % cls.__base__.__name__)

    def __typing_prepare_subst__(self, alias, args):
        place = alias.__parameters__.index(self)
        if place < len(args):
            return args
        if place > len(args) or not self.has_default():
            raise TypeError('Too few arguments for %s; actual %d, expected at least %d'
                            % (alias, len(args), place + 1))
        return (*args, self.__default__)


class _Variance(_Parameter):
    __slots__ = ('_bound', '_late_bound', '_covariant', '_contravariant', '_infer')

    __bound__ = _late('_late_bound', '_bound', 'The upper bound; None when there is none.')
    __covariant__ = _field('_covariant')
    __contravariant__ = _field('_contravariant')
    __infer_variance__ = _field('_infer')

    def _set_variance(self, bound, covariant, contravariant, infer, late_bound=None):
        self._bound = bound
        self._late_bound = late_bound
        self._covariant = bool(covariant)
        self._contravariant = bool(contravariant)
        self._infer = bool(infer)
        if self._covariant and self._contravariant:
            raise ValueError('Bivariant types are not supported.')
        if self._infer and (self._covariant or self._contravariant):
            raise ValueError('Variance cannot be specified with infer_variance.')

    def __repr__(self):
        sign = '' if self._infer else '+' if self._covariant else '-' if self._contravariant else '~'
        return sign + self._name

    def __or__(self, other):
        return _generics.Union[self, other]

    def __ror__(self, other):
        return _generics.Union[other, self]


class TypeVar(_Variance):
    """A type parameter that stands for one type."""
    __module__ = 'typing'
    __slots__ = ('_constraints', '_late_constraints')
    __constraints__ = _late('_late_constraints', '_constraints', 'The types it may stand for; () means any.')

    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False,
                 infer_variance=False):
        self._set(name, default)
        self._set_variance(bound if bound is None else _as_type(bound, 'Bound must be a type.'),
                           covariant, contravariant, infer_variance)
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self._constraints = tuple([_as_type(c, 'TypeVar(name, constraint, ...): constraints must be types.')
                                   for c in constraints])
        self._late_constraints = None
        self.__module__ = _caller()

    def __typing_subst__(self, arg):
        arg = _as_type(arg)
        if isinstance(arg, _generics._UnpackAlias) or isinstance(arg, _generics.GenericAlias) and arg.__unpacked__:
            raise TypeError('%s is not valid as type argument' % (arg,))
        return arg


class ParamSpec(_Variance):
    """A type parameter that stands for the parameters of a callable."""
    __module__ = 'typing'
    __slots__ = ()

    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False,
                 infer_variance=False):
        self._set(name, default)
        self._set_variance(bound if bound is None else _as_type(bound, 'Bound must be a type.'),
                           covariant, contravariant, infer_variance)
        self.__module__ = _caller()

    @property
    def args(self):
        """Its positional arguments."""
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        """Its keyword arguments."""
        return ParamSpecKwargs(self)

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        place = params.index(self)
        if place == len(args) and self.has_default():
            args = (*args, self.__default__)
        if place >= len(args):
            raise TypeError('Too few arguments for %s' % (alias,))
        if len(params) == 1 and not _is_parameters(args[0]):
            return (args,)   # C[int, str] is C[[int, str]] where nothing else can be meant
        if isinstance(args[place], list):
            return (*args[:place], tuple(args[place]), *args[place + 1:])
        return args

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple([_as_type(a, 'Expected a type.') for a in arg])
        if not _is_parameters(arg):
            raise TypeError('Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got %s' % (arg,))
        return arg


def _is_parameters(arg):
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec))


class _ParamSpecPart:
    __slots__ = ('__origin__', '__weakref__')

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return '%s.%s' % (self.__origin__.__name__, self._word)

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash((type(self), self.__origin__))

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of %s' % type(self).__name__)


class ParamSpecArgs(_ParamSpecPart):
    __module__ = 'typing'
    __slots__ = ()
    _word = 'args'


class ParamSpecKwargs(_ParamSpecPart):
    __module__ = 'typing'
    __slots__ = ()
    _word = 'kwargs'


class TypeVarTuple(_Parameter):
    """A type parameter that stands for any number of types."""
    __module__ = 'typing'
    __slots__ = ()

    def __init__(self, name, *, default=NoDefault):
        self._set(name, default)
        self.__module__ = _caller()

    def __repr__(self):
        return self._name

    def __iter__(self):
        yield _generics.Unpack[self]

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        place = params.index(self)
        if any(isinstance(param, TypeVarTuple) for param in params[place + 1:]):
            raise TypeError('More than one TypeVarTuple parameter in %s' % (alias,))
        behind = len(params) - place - 1
        if place + behind > len(args):
            raise TypeError('Too few arguments for %s; actual %d, expected at least %d'
                            % (alias, len(args), len(params) - 1))
        end = len(args) - behind
        if place == end and self.has_default():
            replaced = tuple(self.__default__)
        else:
            replaced = tuple(args[place:end])
        return (*args[:place], replaced, *args[end:])


import _krait_generics as _generics   # needs the names above
