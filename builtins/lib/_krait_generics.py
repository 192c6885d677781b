"""What type parameters, type aliases, subscripted classes and unions of types are (PEP 484, 585, 604, 646, 695, 696).

Imported when a program first needs one of them. Compiled code calls the functions of the last section; `typing` and
`types` show the classes.
"""
from _krait_type_params import (ForwardRef, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVar, TypeVarTuple,
                                _NoneType, _Parameter, _as_given, _as_type, _caller, _field, _is_parameters, _late)
from _typing import class_name, namespace

_Function = type(lambda: None)


# ---- subscripted classes

def _shown(arg):
    """An argument as the repr of its alias has it."""
    if arg is ...:
        return '...'
    if isinstance(arg, (tuple, list)):
        return '[' + ', '.join([_shown(a) for a in arg]) + ']'
    if hasattr(arg, '__origin__') and hasattr(arg, '__args__'):
        return repr(arg)
    name, module = getattr(arg, '__qualname__', None), getattr(arg, '__module__', None)
    if name is None or module is None:
        return repr(arg)
    return name if module == 'builtins' else module + '.' + name


def _shown_type(arg):
    """The same by the rules of typing: only classes and functions have names."""
    if isinstance(arg, _Function):
        return arg.__name__
    return _shown(arg) if isinstance(arg, (type, tuple, list)) or arg is ... else repr(arg)


def _parameters_in(args):
    found = []
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, (tuple, list)):
            more = _parameters_in(arg)
        elif hasattr(type(arg), '__typing_subst__'):
            more = (arg,)
        else:
            more = getattr(arg, '__parameters__', ())
            if not isinstance(more, tuple):
                continue
        found.extend([param for param in more if param not in found])
    return tuple(found)


def _with_defaults_last(params):
    """Refuses parameters without a default behind one that has one."""
    had_default = False
    for param in params:
        if getattr(param, 'has_default', bool)():
            had_default = True
        elif had_default:
            raise TypeError('Type parameter %r without a default follows type parameter with a default' % (param,))
    return params


def _flat(items):
    """Arguments with `*tuple[int, str]` replaced by what it unpacks to."""
    result = []
    for item in items:
        inner = None if isinstance(item, type) else getattr(item, '__typing_unpacked_tuple_args__', None)
        if inner is not None and not (inner and inner[-1] is ...):
            result.extend(inner)
        else:
            result.append(item)
    return tuple(result)


def _prepared(alias, params, items):
    for param in params:
        prepare = getattr(param, '__typing_prepare_subst__', None)
        if prepare is not None:
            items = prepare(alias, items)
    if len(items) != len(params):
        raise TypeError('Too %s arguments for %s; actual %d, expected %d'
                        % ('many' if len(items) > len(params) else 'few', alias, len(items), len(params)))
    return items


def _replaced(args, values):
    """`args` with the parameters in them replaced; values: a dict of parameters."""
    result = []
    for arg in args:
        if isinstance(arg, type):
            result.append(arg)
        elif isinstance(arg, (tuple, list)):
            result.append(type(arg)(_replaced(arg, values)))
        elif isinstance(arg, _UnpackAlias) and isinstance(arg.__args__[0], TypeVarTuple):
            value = values[arg.__args__[0]]
            if not isinstance(value, tuple):
                raise TypeError('%r must substitute %r' % (value, arg))
            result.extend(value)
        elif hasattr(type(arg), '__typing_subst__'):
            result.append(arg.__typing_subst__(values[arg]))
        else:
            result.append(_replaced_in(arg, values))
    return tuple(result)


def _replaced_in(arg, values):
    inner = getattr(arg, '__parameters__', ())
    if not isinstance(inner, tuple) or not inner:
        return arg
    items = []
    for param in inner:
        value = values[param]
        if isinstance(param, TypeVarTuple):
            items.extend(value)
        else:
            items.append(value)
    return arg[tuple(items)]


def _substituted(alias, items):
    params = alias.__parameters__
    if not params:
        raise TypeError('%s is not a generic class' % (alias,))
    items = _flat(items if isinstance(items, tuple) else (items,))
    return _replaced(alias.__args__, dict(zip(params, _prepared(alias, params, items))))


def _set_original_class(made, alias):
    try:
        made.__orig_class__ = alias
    except (AttributeError, TypeError):
        pass


_ALIAS_OWN = frozenset(['__class__', '__origin__', '__args__', '__parameters__', '__unpacked__', '__mro_entries__',
                        '__typing_unpacked_tuple_args__', '__reduce_ex__', '__reduce__'])


class GenericAlias:
    """A built-in class with type arguments: list[int]."""
    __module__ = 'types'
    __slots__ = ('__origin__', '__args__', '__parameters__', '__unpacked__', '__weakref__')

    def __new__(cls, *args):
        if len(args) != 2:
            raise TypeError('GenericAlias expected 2 arguments, got %d' % len(args))
        self = object.__new__(cls)
        origin, items = args
        items = items if isinstance(items, tuple) else (items,)
        _set_origin(self, origin)
        _set_args(self, items)
        _set_parameters(self, _parameters_in(items))
        _set_unpacked(self, False)
        return self

    def __getattribute__(self, name):
        if name in _ALIAS_OWN:
            return object.__getattribute__(self, name)
        if name in ('__bases__', '__copy__', '__deepcopy__'):
            raise AttributeError('%r object has no attribute %r' % (type(self).__name__, name))
        return getattr(_origin(self), name)

    def __setattr__(self, name, value):
        raise AttributeError('%r object has no attribute %r' % ('types.GenericAlias', name))

    def __delattr__(self, name):
        raise AttributeError('%r object has no attribute %r' % ('types.GenericAlias', name))

    @property
    def __typing_unpacked_tuple_args__(self):
        return self.__args__ if self.__unpacked__ and self.__origin__ is tuple else None

    def __dir__(self):
        return sorted({*dir(self.__origin__), *_ALIAS_OWN})

    def __repr__(self):
        inside = ', '.join([_shown(arg) for arg in self.__args__]) or '()'
        return '%s%s[%s]' % ('*' * self.__unpacked__, _shown(self.__origin__), inside)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return (self.__unpacked__ == other.__unpacked__ and self.__origin__ == other.__origin__ and
                self.__args__ == other.__args__)

    def __hash__(self):
        return hash(self.__origin__) ^ hash(self.__args__)

    def __getitem__(self, items):
        return type(self)(self.__origin__, _substituted(self, items))

    def __iter__(self):
        starred = type(self)(self.__origin__, self.__args__)
        _set_unpacked(starred, True)
        yield starred

    def __call__(*args, **kwargs):
        self, *args = args
        made = self.__origin__(*args, **kwargs)
        _set_original_class(made, self)
        return made

    def __instancecheck__(self, instance):
        raise TypeError('isinstance() argument 2 cannot be a parameterized generic')

    def __subclasscheck__(self, cls):
        raise TypeError('issubclass() argument 2 cannot be a parameterized generic')

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __reduce__(self):
        if self.__unpacked__:
            return next, (iter(GenericAlias(self.__origin__, self.__args__)),)
        return GenericAlias, (self.__origin__, self.__args__)

    def __or__(self, other):
        return union(self, other)

    def __ror__(self, other):
        return union(other, self)


_origin = GenericAlias.__origin__.__get__
_set_origin = GenericAlias.__origin__.__set__
_set_args = GenericAlias.__args__.__set__
_set_parameters = GenericAlias.__parameters__.__set__
_set_unpacked = GenericAlias.__unpacked__.__set__


class CallableAlias(GenericAlias):
    """collections.abc.Callable[[int, str], bool]"""
    __module__ = 'collections.abc'
    __slots__ = ()

    def __new__(cls, origin, items):
        if not (isinstance(items, tuple) and len(items) == 2):
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        params, result = items
        if isinstance(params, (tuple, list)):
            items = (*params, result)
        elif not _is_parameters(params):
            raise TypeError('Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got %s' % (params,))
        return GenericAlias.__new__(cls, origin, items)

    def __repr__(self):
        *params, result = self.__args__
        if len(params) == 1 and _is_parameters(params[0]):
            return GenericAlias.__repr__(self)
        return 'collections.abc.Callable[[%s], %s]' % (', '.join([_shown(p) for p in params]), _shown(result))

    def __getitem__(self, items):
        *params, result = _substituted(self, items)
        one = len(params) == 1 and _is_parameters(params[0])
        return CallableAlias(self.__origin__, (params[0] if one else params, result))

    def __reduce__(self):
        *params, result = self.__args__
        one = len(params) == 1 and _is_parameters(params[0])
        return CallableAlias, (self.__origin__, (params[0] if one else params, result))


class _GenericAlias:
    """A generic class with type arguments: C[int]."""
    __module__ = 'typing'

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _with_defaults_last(_parameters_in(args))
        self.__module__ = getattr(origin, '__module__', None)

    def _like(self, args):
        return type(self)(self.__origin__, args)

    def __getattr__(self, name):
        # The origin's, but not what belongs to one class.
        if '__origin__' in self.__dict__ and not (name.startswith('__') and name.endswith('__')):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if name.startswith('__') and name.endswith('__'):
            object.__setattr__(self, name, value)
        else:
            setattr(self.__origin__, name, value)

    def __repr__(self):
        inside = ', '.join([_shown_type(arg) for arg in self.__args__]) or '()'
        return '%s[%s]' % (_shown_type(self.__origin__), inside)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, items):
        if self.__origin__ is Generic:
            raise TypeError('Cannot subscript already-subscripted %s' % (self,))
        if items == () and not self.__parameters__:
            raise TypeError('%s is not a generic class' % (self,))
        return self._like(_substituted(self, items))

    def __iter__(self):
        yield Unpack[self]

    __call__ = GenericAlias.__call__

    def __instancecheck__(self, instance):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    __subclasscheck__ = __instancecheck__

    def __mro_entries__(self, bases):
        if self.__origin__ is Generic:
            # Another subscripted base behind it brings Generic along.
            place = bases.index(self)
            if any(isinstance(base, _GenericAlias) and base is not self for base in bases[place + 1:]):
                return ()
        return (self.__origin__,)

    def __reduce__(self):
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return _item_of, (self.__origin__, args)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def _item_of(origin, args):
    return origin[args]


class _UnionGenericAlias(_GenericAlias):
    __module__ = 'typing'

    def _like(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _NoneType in args:
            return 'typing.Optional[%s]' % _shown_type(args[args[0] is _NoneType])
        return 'typing.Union[%s]' % ', '.join([_shown_type(arg) for arg in args])

    def __instancecheck__(self, instance):
        return any(isinstance(instance, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


class _UnpackAlias(_GenericAlias):
    __module__ = 'typing'

    def __repr__(self):
        return 'typing.Unpack[%s]' % _shown_type(self.__args__[0])

    def __getitem__(self, items):
        if isinstance(self.__args__[0], TypeVarTuple):
            return items
        return super().__getitem__(items)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if isinstance(arg, (GenericAlias, _GenericAlias)):
            if arg.__origin__ is not tuple:
                raise TypeError('Unpack[...] must be used with a tuple type')
            return arg.__args__
        return None


class _SpecialForm:
    __module__ = 'typing'
    __slots__ = ('_name', '_make', '__weakref__')

    def __init__(self, make):
        self._name = make.__name__.strip('_')
        self._make = make

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwargs):
        raise TypeError('Cannot instantiate %r' % (self,))

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass %r' % (self,))

    def __instancecheck__(self, instance):
        raise TypeError('%r cannot be used with isinstance()' % (self,))

    def __subclasscheck__(self, cls):
        raise TypeError('%r cannot be used with issubclass()' % (self,))

    def __getitem__(self, items):
        return self._make(items)

    __or__, __ror__ = _GenericAlias.__or__, _GenericAlias.__ror__


def _different(args):
    result = []
    for arg in args:
        if arg not in result:
            result.append(arg)
    return result


@_SpecialForm
def Union(items):
    if items == ():
        raise TypeError('Cannot take a Union of no types.')
    items = items if isinstance(items, tuple) else (items,)
    flat = []
    for item in items:
        item = _as_type(item, 'Union[arg, ...]: each arg must be a type.')
        flat.extend(item.__args__ if isinstance(item, (_UnionGenericAlias, UnionType)) else (item,))
    flat = _different(flat)
    return flat[0] if len(flat) == 1 else _UnionGenericAlias(Union, tuple(flat))


@_SpecialForm
def Optional(item):
    return Union[_as_type(item, 'typing.Optional requires a single type.'), _NoneType]


@_SpecialForm
def Unpack(item):
    return _UnpackAlias(Unpack, (_as_type(item, 'typing.Unpack accepts only single type.'),))


class _AnyMeta(type):
    def __instancecheck__(self, instance):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(instance)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Compatible with every type."""
    __module__ = 'typing'

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


class Generic:
    """The base of generic classes."""
    __module__ = 'typing'
    __slots__ = ()

    def __class_getitem__(cls, items):
        items = items if isinstance(items, tuple) else (items,)
        if cls is not Generic:
            return _GenericAlias(cls, _class_arguments(cls, items))
        if not items:
            raise TypeError('Parameter list to Generic[...] cannot be empty')
        named = [item.__args__[0] if isinstance(item, _UnpackAlias) else item for item in items]
        if not all([isinstance(item, _Parameter) for item in named]):
            raise TypeError('Parameters to Generic[...] must all be type variables or parameter specification '
                            'variables.')
        if len(set(named)) != len(named):
            raise TypeError('Parameters to Generic[...] must all be unique')
        return _GenericAlias(cls, items)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        if Generic in (cls.__bases__ if bases is None else bases):
            raise TypeError('Cannot inherit from plain Generic')
        cls.__parameters__ = _class_parameters(bases or ())


def _class_arguments(cls, items):
    params = getattr(cls, '__parameters__', ())
    if not params:
        raise TypeError('%s is not a generic class' % (cls,))
    args = []
    for param, value in zip(params, _prepared(cls, params, items)):
        if isinstance(param, TypeVarTuple):
            args.extend([_as_given(item) for item in value])
        else:
            args.append(_as_given(value))
    return tuple(args)


def _class_parameters(bases):
    listed = None
    used = _parameters_in(bases)
    for base in bases:
        if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
            if listed is not None:
                raise TypeError('Cannot inherit from Generic[...] multiple times.')
            listed = base.__parameters__
    if listed is None:
        return used
    missing = [str(param) for param in used if param not in listed]
    if missing:
        raise TypeError('Some type variables (%s) are not listed in Generic[%s]'
                        % (', '.join(missing), ', '.join([str(param) for param in listed])))
    return listed


# ---- unions

class UnionType:
    """Any of several types: int | str."""
    __module__ = 'types'
    __slots__ = ('__args__', '__parameters__', '__weakref__')

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'types.UnionType' instances")

    def __repr__(self):
        return ' | '.join(['None' if arg is _NoneType else _shown(arg) for arg in self.__args__])

    def __eq__(self, other):
        if isinstance(other, (UnionType, _UnionGenericAlias)):
            return set(self.__args__) == set(other.__args__)
        return NotImplemented

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        return any(isinstance(instance, arg) for arg in _plain(self.__args__, 'isinstance'))

    def __subclasscheck__(self, cls):
        if not isinstance(cls, type):
            raise TypeError('issubclass() arg 1 must be a class')
        return any(issubclass(cls, arg) for arg in _plain(self.__args__, 'issubclass'))

    def __getitem__(self, items):
        if not self.__parameters__:
            raise TypeError('%s is not a generic class' % (self,))
        first, *rest = _substituted(self, items)
        for arg in rest:
            first = first | arg
        return first

    __or__, __ror__ = GenericAlias.__or__, GenericAlias.__ror__

    def __reduce__(self):
        return _union_of, (self.__args__,)


def _plain(args, function):
    for arg in args:
        if isinstance(arg, GenericAlias):
            raise TypeError('%s() argument 2 cannot be a parameterized generic' % function)
        yield arg


def _union_of(args):
    flat = []
    for arg in args:
        flat.extend(arg.__args__ if isinstance(arg, UnionType) else (_NoneType if arg is None else arg,))
    flat = _different(flat)
    if len(flat) == 1:
        return flat[0]
    made = object.__new__(UnionType)
    made.__args__ = tuple(flat)
    made.__parameters__ = _parameters_in(flat)
    return made


def union(a, b):
    """a | b of types."""
    if all([arg is None or isinstance(arg, (type, GenericAlias, UnionType, TypeAliasType)) for arg in (a, b)]):
        return _union_of((a, b))
    return NotImplemented


# ---- type aliases

class TypeAliasType:
    """What a type statement makes."""
    __module__ = 'typing'
    __slots__ = ('_name', '_params', '_value', '_late_value', '__dict__', '__weakref__')
    _nothing = None

    __name__ = _field('_name')
    __type_params__ = _field('_params')
    __value__ = _late('_late_value', '_value', 'The type, evaluated when it is first asked for.')

    def __init__(self, name, value, *, type_params=()):
        if not isinstance(name, str):
            raise TypeError("typealias() argument 'name' must be str, not %s" % type(name).__name__)
        if not isinstance(type_params, tuple):
            raise TypeError('type_params must be a tuple')
        _fill_alias(self, name, type_params, value, None, _caller())

    def __init_subclass__(cls):
        raise TypeError("type 'typing.TypeAliasType' is not an acceptable base type")

    @property
    def __parameters__(self):
        return tuple([Unpack[param] if isinstance(param, TypeVarTuple) else param for param in self._params])

    def __repr__(self):
        return self._name

    def __reduce__(self):
        return self._name

    def __setattr__(self, name, value):
        if name not in TypeAliasType.__slots__:
            raise AttributeError("attribute %r of 'typing.TypeAliasType' objects is not writable" % name)
        object.__setattr__(self, name, value)

    def __getitem__(self, items):
        if not self._params:
            raise TypeError('Only generic type aliases are subscriptable')
        return GenericAlias(self, items)

    __or__, __ror__ = GenericAlias.__or__, GenericAlias.__ror__


def _fill_alias(alias, name, params, value, late_value, module):
    fill = object.__setattr__
    fill(alias, '_name', name)
    fill(alias, '_params', params)
    fill(alias, '_value', value)
    fill(alias, '_late_value', late_value)
    fill(alias, '__module__', module)


# ---- called by compiled code

def type_var(name, default, bound=None):
    """T, T: bound. The default and the bound are functions, or None."""
    made = object.__new__(TypeVar)
    made._set(name, NoDefault, default)
    made._set_variance(None, False, False, True, bound)
    made._constraints = ()
    made._late_constraints = None
    return made


def constrained_type_var(name, default, constraints):
    """T: (a, b)"""
    made = type_var(name, default)
    made._late_constraints = constraints
    return made


def param_spec(name, default):
    """**P"""
    made = object.__new__(ParamSpec)
    made._set(name, NoDefault, default)
    made._set_variance(None, False, False, True)
    return made


def type_var_tuple(name, default):
    """*Ts"""
    made = object.__new__(TypeVarTuple)
    made._set(name, NoDefault, default)
    return made


def type_alias(name, params, value):
    """type name[params] = value()"""
    made = object.__new__(TypeAliasType)
    _fill_alias(made, name, params, None, value, value.__module__)
    return made


def generic_base(params):
    """What a class with these type parameters has as its last base."""
    return Generic[tuple([Unpack[param] if isinstance(param, TypeVarTuple) else param for param in params])]


def with_type_params(params, function):
    function.__type_params__ = params
    return function
