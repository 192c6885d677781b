# list[int] and its like (PEP 585), unpacking of tuple types (PEP 646).
import collections
import collections.abc
import copy
import functools
import re
import types


def attempt(text):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, '->', type(error).__name__, error)


class L(list): pass


T, U = (lambda f: f.__type_params__)((lambda: exec('def f[T, U](): pass', globals()) or f)())
for text in ('list[int]', 'dict[str, int]', 'tuple[int, ...]', 'tuple[()]', 'tuple[int,]', 'set[int]', 'frozenset[L]', 'type[L]', 'L[int]', 'list[None]', 'list[type(None)]', "list['L']", 'list[...]', 'list[1]', 'list[[1, 2]]', 'list[list[int]]', 'list[T]', 'dict[T, list[U]]', 'collections.deque[int]', 'collections.defaultdict[str, int]', 'collections.OrderedDict[str, int]', 'collections.Counter[str]', 'collections.ChainMap[int, str]', 'collections.UserDict[int, str]', 'collections.abc.Iterable[int]', 'collections.abc.Mapping[str, int]', 'collections.abc.Generator[int, None, None]', 'collections.abc.Awaitable[int]', 'collections.abc.KeysView[int]', 'collections.abc.AsyncIterator[int]', 'collections.abc.Callable[[int, str], bool]', 'collections.abc.Callable[..., int]', 'collections.abc.Callable[[], None]', 'collections.abc.Callable[[T], U][int, str]', 'collections.abc.Callable', 'collections.abc.Callable[int]', 'collections.abc.Callable[int, str]', 're.Pattern[str].__args__', 're.Match[bytes].__origin__ is re.Match', 'types.MappingProxyType[str, int]', 'functools.partial[int]', 'ExceptionGroup[ValueError]', 'BaseExceptionGroup[KeyError]', 'int[str]', 'str["x"]', 'object[1]', 'bool[1]', 'len[1]', 'None[1]', 'collections.abc.Sized[1]', 'collections.abc.Hashable[1]'):
    if 'int[str]' in text[:8] or text in ('str["x"]', 'object[1]', 'bool[1]', 'len[1]', 'None[1]') or 'Sized' in text or 'Hashable' in text:
        try:
            eval(text)
        except TypeError:
            print(text, 'TypeError')
        continue
    attempt(text)
# expect: list[int] -> list[int]
# expect: dict[str, int] -> dict[str, int]
# expect: tuple[int, ...] -> tuple[int, ...]
# expect: tuple[()] -> tuple[()]
# expect: tuple[int,] -> tuple[int]
# expect: set[int] -> set[int]
# expect: frozenset[L] -> frozenset[__main__.L]
# expect: type[L] -> type[__main__.L]
# expect: L[int] -> __main__.L[int]
# expect: list[None] -> list[None]
# expect: list[type(None)] -> list[NoneType]
# expect: list['L'] -> list['L']
# expect: list[...] -> list[...]
# expect: list[1] -> list[1]
# expect: list[[1, 2]] -> list[[1, 2]]
# expect: list[list[int]] -> list[list[int]]
# expect: list[T] -> list[T]
# expect: dict[T, list[U]] -> dict[T, list[U]]
# expect: collections.deque[int] -> collections.deque[int]
# expect: collections.defaultdict[str, int] -> collections.defaultdict[str, int]
# expect: collections.OrderedDict[str, int] -> collections.OrderedDict[str, int]
# expect: collections.Counter[str] -> collections.Counter[str]
# expect: collections.ChainMap[int, str] -> collections.ChainMap[int, str]
# expect: collections.UserDict[int, str] -> collections.UserDict[int, str]
# expect: collections.abc.Iterable[int] -> collections.abc.Iterable[int]
# expect: collections.abc.Mapping[str, int] -> collections.abc.Mapping[str, int]
# expect: collections.abc.Generator[int, None, None] -> collections.abc.Generator[int, None, None]
# expect: collections.abc.Awaitable[int] -> collections.abc.Awaitable[int]
# expect: collections.abc.KeysView[int] -> collections.abc.KeysView[int]
# expect: collections.abc.AsyncIterator[int] -> collections.abc.AsyncIterator[int]
# expect: collections.abc.Callable[[int, str], bool] -> collections.abc.Callable[[int, str], bool]
# expect: collections.abc.Callable[..., int] -> collections.abc.Callable[..., int]
# expect: collections.abc.Callable[[], None] -> collections.abc.Callable[[], None]
# expect: collections.abc.Callable[[T], U][int, str] -> collections.abc.Callable[[int], str]
# expect: collections.abc.Callable -> <class 'collections.abc.Callable'>
# expect: collections.abc.Callable[int] -> TypeError Callable must be used as Callable[[arg, ...], result].
# expect: collections.abc.Callable[int, str] -> TypeError Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got <class 'int'>
# expect: re.Pattern[str].__args__ -> (<class 'str'>,)
# expect: re.Match[bytes].__origin__ is re.Match -> True
# expect: types.MappingProxyType[str, int] -> mappingproxy[str, int]
# expect: functools.partial[int] -> functools.partial[int]
# expect: ExceptionGroup[ValueError] -> ExceptionGroup[ValueError]
# expect: BaseExceptionGroup[KeyError] -> BaseExceptionGroup[KeyError]
# expect: int[str] TypeError
# expect: str["x"] TypeError
# expect: object[1] TypeError
# expect: bool[1] TypeError
# expect: len[1] TypeError
# expect: None[1] TypeError
# expect: collections.abc.Sized[1] TypeError
# expect: collections.abc.Hashable[1] TypeError
alias = dict[str, T]
for text in ('alias.__origin__', 'alias.__args__', 'alias.__parameters__', 'alias[int]', 'alias[U]', 'alias[int][int]', 'alias[int, str]', 'alias[()]', 'alias.__unpacked__', 'alias.__name__', 'alias.__qualname__', 'alias.__module__', 'alias.__class__', 'type(alias)', 'alias.nothing', 'alias()', 'alias(a=1)', 'alias.__doc__ == dict.__doc__', 'isinstance(alias, type)', 'isinstance({}, alias)', 'issubclass(dict, alias)', 'alias == dict[str, T]', 'alias != dict[str, T]', 'alias == dict[str, U]', 'alias == dict', 'hash(alias) == hash(dict[str, T])', 'alias.__mro_entries__(())', 'alias.__reduce__()', 'copy.copy(alias) == alias', 'copy.deepcopy(list[int])', 'sorted({"__origin__", "__args__", "__parameters__", "fromkeys"} - set(dir(alias)))', 'alias | None', 'list[T] | int', '(list[T] | int)[str]', 'list[T][list[U]][int]', 'dict[T, T][int]', 'dict[T, U][int]', 'dict[T, U][int, str, 1]', 'tuple[T, ...][int]', 'list[1][2]', 'callable(alias)', 'bool(alias)', 'list[T, U].__parameters__', 'list[U, list[T], U].__parameters__'):
    attempt(text)
# expect: alias.__origin__ -> <class 'dict'>
# expect: alias.__args__ -> (<class 'str'>, T)
# expect: alias.__parameters__ -> (T,)
# expect: alias[int] -> dict[str, int]
# expect: alias[U] -> dict[str, U]
# expect: alias[int][int] -> TypeError dict[str, int] is not a generic class
# expect: alias[int, str] -> TypeError Too many arguments for dict[str, T]; actual 2, expected 1
# expect: alias[()] -> TypeError Too few arguments for dict[str, T]; actual 0, expected at least 1
# expect: alias.__unpacked__ -> False
# expect: alias.__name__ -> dict
# expect: alias.__qualname__ -> dict
# expect: alias.__module__ -> builtins
# expect: alias.__class__ -> <class 'types.GenericAlias'>
# expect: type(alias) -> <class 'types.GenericAlias'>
# expect: alias.nothing -> AttributeError type object 'dict' has no attribute 'nothing'
# expect: alias() -> {}
# expect: alias(a=1) -> {'a': 1}
# expect: alias.__doc__ == dict.__doc__ -> True
# expect: isinstance(alias, type) -> False
# expect: isinstance({}, alias) -> TypeError isinstance() argument 2 cannot be a parameterized generic
# expect: issubclass(dict, alias) -> TypeError issubclass() argument 2 cannot be a parameterized generic
# expect: alias == dict[str, T] -> True
# expect: alias != dict[str, T] -> False
# expect: alias == dict[str, U] -> False
# expect: alias == dict -> False
# expect: hash(alias) == hash(dict[str, T]) -> True
# expect: alias.__mro_entries__(()) -> (<class 'dict'>,)
# expect: alias.__reduce__() -> (<class 'types.GenericAlias'>, (<class 'dict'>, (<class 'str'>, T)))
# expect: copy.copy(alias) == alias -> True
# expect: copy.deepcopy(list[int]) -> list[int]
# expect: sorted({"__origin__", "__args__", "__parameters__", "fromkeys"} - set(dir(alias))) -> []
# expect: alias | None -> dict[str, T] | None
# expect: list[T] | int -> list[T] | int
# expect: (list[T] | int)[str] -> list[str] | int
# expect: list[T][list[U]][int] -> list[list[int]]
# expect: dict[T, T][int] -> dict[int, int]
# expect: dict[T, U][int] -> TypeError Too few arguments for dict[T, U]; actual 1, expected at least 2
# expect: dict[T, U][int, str, 1] -> TypeError Too many arguments for dict[T, U]; actual 3, expected 2
# expect: tuple[T, ...][int] -> tuple[int, ...]
# expect: list[1][2] -> TypeError list[1] is not a generic class
# expect: callable(alias) -> True
# expect: bool(alias) -> True
# expect: list[T, U].__parameters__ -> (T, U)
# expect: list[U, list[T], U].__parameters__ -> (U, T)
for change in ('alias.x = 1', 'alias.__origin__ = 1', 'del alias.__args__', 'del alias.x'):
    try:
        exec(change)
    except AttributeError:
        print(change, 'AttributeError')
# expect: alias.x = 1 AttributeError
# expect: alias.__origin__ = 1 AttributeError
# expect: del alias.__args__ AttributeError
# expect: del alias.x AttributeError
class Sub(list[int]): pass
class Two(dict[str, int], collections.abc.Sized): pass
print(Sub.__bases__, Sub.__orig_bases__, Sub([1]), Two.__bases__, Two.__orig_bases__)  # expect: (<class 'list'>,) (list[int],) [1] (<class 'dict'>, <class 'collections.abc.Sized'>) (dict[str, int], <class 'collections.abc.Sized'>)
class Own:
    __class_getitem__ = classmethod(types.GenericAlias)
    def __init__(self): self.kept = getattr(self, '__orig_class__', None)
print(Own[int], Own[int, T].__parameters__, Own[int]().__orig_class__, Own[int]().kept, Own().kept)  # expect: __main__.Own[int] (T,) __main__.Own[int] None None
print(type(list[int]()), list[int]('ab'), list[int].append is list.append)  # expect: <class 'list'> ['a', 'b'] True
for text in ('types.GenericAlias(list, int)', 'types.GenericAlias(list, (int, str))', 'types.GenericAlias(list)', 'types.GenericAlias(list, int, 1)', 'types.GenericAlias(1, 2)', 'types.GenericAlias(list, ())', 'types.GenericAlias is type(list[int])', 'types.UnionType is type(int | str)', 'type(collections.abc.Callable[[int], str]).__mro__[1]', 'types.nothing'):
    attempt(text)
# expect: types.GenericAlias(list, int) -> list[int]
# expect: types.GenericAlias(list, (int, str)) -> list[int, str]
# expect: types.GenericAlias(list) -> TypeError GenericAlias expected 2 arguments, got 1
# expect: types.GenericAlias(list, int, 1) -> TypeError GenericAlias expected 2 arguments, got 3
# expect: types.GenericAlias(1, 2) -> 1[2]
# expect: types.GenericAlias(list, ()) -> list[()]
# expect: types.GenericAlias is type(list[int]) -> True
# expect: types.UnionType is type(int | str) -> True
# expect: type(collections.abc.Callable[[int], str]).__mro__[1] -> <class 'types.GenericAlias'>
# expect: types.nothing -> AttributeError module 'types' has no attribute 'nothing'
# Unpacking
star, = tuple[int, str]
print(star, type(star), star.__unpacked__, star.__args__, star == tuple[int, str], tuple[*tuple[int, ...]], tuple[str, *tuple[int, str]], list[T][star] if 0 else '')  # expect: *tuple[int, str] <class 'types.GenericAlias'> True (<class 'int'>, <class 'str'>) False tuple[*tuple[int, ...]] tuple[str, *tuple[int, str]] 
print(dict[T, U][*tuple[int, str]])  # expect: dict[int, str]
# In annotations, and as types elsewhere
def f(x: list[int], *, y: dict[str, int] | None = None) -> tuple[int, ...]: pass
print(f.__annotations__)  # expect: {'x': list[int], 'y': dict[str, int] | None, 'return': tuple[int, ...]}
class Weak: pass
import weakref
a = list[int]
print(weakref.ref(a)() is a, {list[int]: 1}[list[int]], list[int] in [list[int]])  # expect: True 1 True
print(functools.WRAPPER_ASSIGNMENTS[-1], functools.wraps(exec('def g[T](): pass', globals()) or g)(lambda: 0).__type_params__)  # expect: __type_params__ (T,)
