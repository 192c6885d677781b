"""The part of module typing that the syntax of types needs: type parameters, generic classes, aliases, unions."""
from _krait_generics import (Any, ForwardRef, Generic, NoDefault, Optional, ParamSpec, ParamSpecArgs, ParamSpecKwargs,
                             TypeAliasType, TypeVar, TypeVarTuple, Union, Unpack, GenericAlias as _PlainAlias,
                             UnionType as _UnionType, _GenericAlias, _SpecialForm, _UnionGenericAlias, _UnpackAlias)

__all__ = ['Any', 'ForwardRef', 'Generic', 'NoDefault', 'Optional', 'ParamSpec', 'ParamSpecArgs', 'ParamSpecKwargs',
           'TYPE_CHECKING', 'TypeAliasType', 'TypeVar', 'TypeVarTuple', 'Union', 'Unpack', 'cast', 'get_args',
           'get_origin']

TYPE_CHECKING = False


def cast(typ, val):
    """val itself: only type checkers look at typ."""
    return val


def get_origin(tp):
    """The class or form that was subscripted; None for anything else."""
    if isinstance(tp, (_PlainAlias, _GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return _UnionType if isinstance(tp, _UnionType) else None


def get_args(tp):
    """The type arguments; () for what has none."""
    return tp.__args__ if isinstance(tp, (_PlainAlias, _GenericAlias, _UnionType)) else ()
