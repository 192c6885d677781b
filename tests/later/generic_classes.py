# Type arguments of generic classes: how many, of what kind, defaults.
class E[T, U]: pass
class P1[**P]: pass
class P2[T, **P]: pass
class V[T, *Ts]: pass
class D[T, U=int, V=str]: pass
type X[A, B] = dict[A, B]
def f[T2, *Ts2](): pass
T2, Ts2 = f.__type_params__
for s in ('E[int]','E[int,int,int]','E[()]','P1[int]','P1[[int]]','P2[int]','P2[int, int]','V[()]','D[()]','D[int]','D[1,2,3,4]', 'X[int]', 'dict[X[int, str], int]', 'X.__value__[int]', 'E[int, str][int]', 'list[V]', 'V[int, *tuple[int, ...]]', 'E["int", None]', 'E[(1,2), int]', 'E[...,int]', 'E[[1],int]', 'E[int, E]', 'P2[T2, ...]','V[T2, *Ts2][int]', 'V[T2, *Ts2][int, str, bool]','tuple[*Ts2, T2][int]', 'tuple[*Ts2, T2][int, str, bool]', 'tuple[*Ts2][()]','tuple[T2][()]', 'tuple[T2, *Ts2][()]'):
    try:
        print(s, '->', eval(s))
    except Exception as error:
        print(s, '->', type(error).__name__, error)
# expect: E[int] -> TypeError Too few arguments for <class '__main__.E'>; actual 1, expected at least 2
# expect: E[int,int,int] -> TypeError Too many arguments for <class '__main__.E'>; actual 3, expected 2
# expect: E[()] -> TypeError Too few arguments for <class '__main__.E'>; actual 0, expected at least 1
# expect: P1[int] -> __main__.P1[[int]]
# expect: P1[[int]] -> __main__.P1[[int]]
# expect: P2[int] -> TypeError Too few arguments for <class '__main__.P2'>
# expect: P2[int, int] -> __main__.P2[int, int]
# expect: V[()] -> TypeError Too few arguments for <class '__main__.V'>; actual 0, expected at least 1
# expect: D[()] -> TypeError Too few arguments for <class '__main__.D'>; actual 0, expected at least 1
# expect: D[int] -> __main__.D[int, int, str]
# expect: D[1,2,3,4] -> TypeError Too many arguments for <class '__main__.D'>; actual 4, expected 3
# expect: X[int] -> X[int]
# expect: dict[X[int, str], int] -> dict[X[int, str], int]
# expect: X.__value__[int] -> TypeError Too few arguments for dict[A, B]; actual 1, expected at least 2
# expect: E[int, str][int] -> TypeError __main__.E[int, str] is not a generic class
# expect: list[V] -> list[__main__.V]
# expect: V[int, *tuple[int, ...]] -> __main__.V[int, *tuple[int, ...]]
# expect: E["int", None] -> __main__.E[ForwardRef('int'), NoneType]
# expect: E[(1,2), int] -> __main__.E[[1, 2], int]
# expect: E[...,int] -> __main__.E[..., int]
# expect: E[[1],int] -> __main__.E[[1], int]
# expect: E[int, E] -> __main__.E[int, __main__.E]
# expect: P2[T2, ...] -> __main__.P2[T2, ...]
# expect: V[T2, *Ts2][int] -> __main__.V[int]
# expect: V[T2, *Ts2][int, str, bool] -> __main__.V[int, str, bool]
# expect: tuple[*Ts2, T2][int] -> tuple[int]
# expect: tuple[*Ts2, T2][int, str, bool] -> tuple[int, str, bool]
# expect: tuple[*Ts2][()] -> tuple[()]
# expect: tuple[T2][()] -> TypeError Too few arguments for tuple[T2]; actual 0, expected at least 1
# expect: tuple[T2, *Ts2][()] -> TypeError Too few arguments for tuple[T2, typing.Unpack[Ts2]]; actual 0, expected at least 1
import typing
from typing import Generic, TypeVar, ParamSpec, TypeVarTuple, Unpack, NoDefault
A, B = TypeVar('A'), TypeVar('B', bound=int, covariant=True)
C, P, Ts = TypeVar('C', int, str, contravariant=True), ParamSpec('P'), TypeVarTuple('Ts')
print(A, B, C, P, Ts, B.__bound__, C.__constraints__, A.__default__, A.__module__, TypeVar('D', default=int).__default__, TypeVar('I', infer_variance=True))  # expect: ~A +B -C ~P Ts <class 'int'> (<class 'int'>, <class 'str'>) typing.NoDefault __main__ <class 'int'> I
class Old(Generic[A, B]): pass
class OldMany(Generic[A, Unpack[Ts]]): pass
class OldSpec(Generic[P, A]): pass
for s in ('Old[int, str]', 'Old.__parameters__', 'Old.__orig_bases__', 'Old[A, int][str]', 'Old[A, A][str]', 'OldMany[int, str]', 'OldSpec[[int], str]', 'OldSpec[..., str]', 'Generic[A]', 'Generic[int]', 'Generic[A, A]', 'Generic[()]', 'Generic[A][int]', 'Old[int, str]()', 'Old[int, str].x', 'isinstance(1, Old[int, str])', 'issubclass(int, Old[int, str])', 'Old[int, str] == Old[int, str]', 'Old[int, str] == Old[int, int]', 'hash(Old[int, str]) == hash(Old[int, str])', 'Old[int, str] | None', 'None | Old[int, str]', 'Old[int, str].__origin__', 'Old[int, str].__args__', 'TypeVar("X", int)', 'TypeVar(1)', 'TypeVar("X", int, str, bound=int)', 'TypeVar("X", covariant=True, contravariant=True)', 'TypeVar("X", covariant=True, infer_variance=True)', 'NoDefault', 'type(NoDefault)()', 'P.args', 'P.kwargs', 'P.args == P.args', 'P.args == P.kwargs', 'P.args.__origin__', 'list(Ts)', 'tuple[*Ts]', 'Unpack[Ts]', 'Unpack[tuple[int, str]]', 'tuple[Unpack[tuple[int, str]]]', 'A | int', 'P | int', 'typing.Any', 'typing.cast(int, "x")', 'typing.TYPE_CHECKING', 'typing.get_args(Old[int, str])', 'typing.get_origin(Old[int, str])', 'typing.get_origin(Generic)', 'typing.get_origin(P.args)'):
    try:
        print(s, '->', repr(eval(s)).partition(' object at')[0])
    except Exception as error:
        print(s, '->', type(error).__name__, error)
# expect: Old[int, str] -> __main__.Old[int, str]
# expect: Old.__parameters__ -> (~A, +B)
# expect: Old.__orig_bases__ -> (typing.Generic[~A, +B],)
# expect: Old[A, int][str] -> __main__.Old[str, int]
# expect: Old[A, A][str] -> __main__.Old[str, str]
# expect: OldMany[int, str] -> __main__.OldMany[int, str]
# expect: OldSpec[[int], str] -> __main__.OldSpec[[int], str]
# expect: OldSpec[..., str] -> __main__.OldSpec[..., str]
# expect: Generic[A] -> typing.Generic[~A]
# expect: Generic[int] -> TypeError Parameters to Generic[...] must all be type variables or parameter specification variables.
# expect: Generic[A, A] -> TypeError Parameters to Generic[...] must all be unique
# expect: Generic[()] -> TypeError Parameter list to Generic[...] cannot be empty
# expect: Generic[A][int] -> TypeError Cannot subscript already-subscripted typing.Generic[~A]
# expect: Old[int, str]() -> <__main__.Old
# expect: Old[int, str].x -> AttributeError type object 'Old' has no attribute 'x'
# expect: isinstance(1, Old[int, str]) -> TypeError Subscripted generics cannot be used with class and instance checks
# expect: issubclass(int, Old[int, str]) -> TypeError Subscripted generics cannot be used with class and instance checks
# expect: Old[int, str] == Old[int, str] -> True
# expect: Old[int, str] == Old[int, int] -> False
# expect: hash(Old[int, str]) == hash(Old[int, str]) -> True
# expect: Old[int, str] | None -> typing.Optional[__main__.Old[int, str]]
# expect: None | Old[int, str] -> typing.Optional[__main__.Old[int, str]]
# expect: Old[int, str].__origin__ -> <class '__main__.Old'>
# expect: Old[int, str].__args__ -> (<class 'int'>, <class 'str'>)
# expect: TypeVar("X", int) -> TypeError A single constraint is not allowed
# expect: TypeVar(1) -> TypeError typevar() argument 'name' must be str, not int
# expect: TypeVar("X", int, str, bound=int) -> TypeError Constraints cannot be combined with bound=...
# expect: TypeVar("X", covariant=True, contravariant=True) -> ValueError Bivariant types are not supported.
# expect: TypeVar("X", covariant=True, infer_variance=True) -> ValueError Variance cannot be specified with infer_variance.
# expect: NoDefault -> typing.NoDefault
# expect: type(NoDefault)() -> typing.NoDefault
# expect: P.args -> P.args
# expect: P.kwargs -> P.kwargs
# expect: P.args == P.args -> True
# expect: P.args == P.kwargs -> False
# expect: P.args.__origin__ -> ~P
# expect: list(Ts) -> [typing.Unpack[Ts]]
# expect: tuple[*Ts] -> tuple[typing.Unpack[Ts]]
# expect: Unpack[Ts] -> typing.Unpack[Ts]
# expect: Unpack[tuple[int, str]] -> typing.Unpack[tuple[int, str]]
# expect: tuple[Unpack[tuple[int, str]]] -> tuple[typing.Unpack[tuple[int, str]]]
# expect: A | int -> typing.Union[~A, int]
# expect: P | int -> typing.Union[~P, int]
# expect: typing.Any -> typing.Any
# expect: typing.cast(int, "x") -> 'x'
# expect: typing.TYPE_CHECKING -> False
# expect: typing.get_args(Old[int, str]) -> (<class 'int'>, <class 'str'>)
# expect: typing.get_origin(Old[int, str]) -> <class '__main__.Old'>
# expect: typing.get_origin(Generic) -> <class 'typing.Generic'>
# expect: typing.get_origin(P.args) -> ~P
for source in ('class X(Generic): pass', 'class X(Generic[A], Generic[B]): pass', 'class X(Old[A, B], Generic[A]): pass', 'class X[Q](Generic[Q]): pass', 'class X[Q](Old[Q, A]): pass', 'class X(A): pass', 'class X(P): pass', 'class X(Ts): pass', 'class X(P.args): pass', 'class X(TypeVar): pass', 'class X(Old[A, int]): pass\nprint(X.__parameters__, X[str], X.__mro__)', 'class X(Generic[A, Unpack[Ts]]): pass\nprint(X.__parameters__, X[int, str, bool])', 'class X(Old[int, str], list[int]): pass\nprint(X.__mro__, X.__orig_bases__)', 'class X:\n    __slots__ = ()\nclass Y[Q](X): __slots__ = ("a",)\nprint(Y[int]().__class__, hasattr(Y(), "__dict__"))'):
    try:
        exec(source)
    except Exception as error:
        print(source, '->', type(error).__name__, error)
# expect: class X(Generic): pass -> TypeError Cannot inherit from plain Generic
# expect: class X(Generic[A], Generic[B]): pass -> TypeError Cannot inherit from Generic[...] multiple times.
# expect: class X(Old[A, B], Generic[A]): pass -> TypeError Some type variables (+B) are not listed in Generic[~A]
# expect: class X[Q](Generic[Q]): pass -> TypeError Cannot inherit from Generic[...] multiple times.
# expect: class X[Q](Old[Q, A]): pass -> TypeError Some type variables (~A) are not listed in Generic[Q]
# expect: class X(A): pass -> TypeError Cannot subclass an instance of TypeVar
# expect: class X(P): pass -> TypeError Cannot subclass an instance of ParamSpec
# expect: class X(Ts): pass -> TypeError Cannot subclass an instance of TypeVarTuple
# expect: class X(P.args): pass -> TypeError Cannot subclass an instance of ParamSpecArgs
# expect: class X(TypeVar): pass -> TypeError type 'typing.TypeVar' is not an acceptable base type
# expect: (~A,) __main__.X[str] (<class '__main__.X'>, <class '__main__.Old'>, <class 'typing.Generic'>, <class 'object'>)
# expect: (~A, Ts) __main__.X[int, str, bool]
# expect: (<class '__main__.X'>, <class '__main__.Old'>, <class 'typing.Generic'>, <class 'list'>, <class 'object'>) (__main__.Old[int, str], list[int])
# expect: <class '__main__.Y'> False
