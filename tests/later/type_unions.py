# int | str (PEP 604)
import copy
import types
import typing


def attempt(text):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, '->', type(error).__name__, error)


class A: pass
class Meta(type):
    def __or__(cls, other): return 'metaclass or'
    def __ror__(cls, other): return 'metaclass ror'
class M(metaclass=Meta): pass
class Plain(type): pass
class P(metaclass=Plain): pass
def f[T, U](): pass
T, U = f.__type_params__
for text in ('int | str', 'int | None', 'None | int', 'int | int', 'int | str | int', 'int | (str | bool)', '(int | str) | None', 'A | int', 'list[int] | str', 'int | list[int]', 'M | int', 'int | M', 'P | int', 'P | None', 'T | int', 'int | T', 'T | None', 'T | U', 'int | str | T', 'T | int | str', 'type | None', 'object | int', 'bool | int', '(int | str).__args__', '(None | int).__args__', '(list[T] | U).__parameters__' if 0 else '(list[T] | int).__parameters__', '(list[T] | int)[str]', '(int | str)[int]', '(int | str) == (str | int)', '(int | str) == (int | bool)', '(int | str) == int', '(int | str) != (str | int)', 'hash(int | str) == hash(str | int)', 'type(int | str)', 'types.UnionType', '(int | None) == typing.Optional[int]', 'typing.Union[int, str] == (int | str)', 'typing.Union[int, str]', 'typing.Union[int]', 'typing.Union[int, None]', 'typing.Optional[T]', 'typing.Optional[list[int]]', 'typing.Union[T, int][str]', 'typing.Union[int, typing.Union[str, int]]', 'typing.Union[int | str, None]', 'typing.Union[()]', 'isinstance(1, int | str)', 'isinstance("", int | str)', 'isinstance(1.0, int | str)', 'isinstance(None, int | None)', 'isinstance(1, (str | None, int))', 'isinstance(1, int | list[int])', 'isinstance([], list[int] | int)', 'issubclass(bool, int | str)', 'issubclass(float, int | str)', 'issubclass(type(None), int | None)', 'issubclass(1, int | str)', 'isinstance(1, typing.Union[int, str])', 'issubclass(int, typing.Optional[str])', 'copy.copy(int | str)', 'copy.deepcopy(int | None)', 'typing.get_origin(int | str)', 'typing.get_args(int | None)', 'typing.get_origin(list[int])', 'typing.get_args(dict[str, int])', 'typing.get_origin(int)', 'typing.get_args(int)', 'typing.get_origin(typing.Optional[int])', 'bool(int | str)', 'callable(int | str)', '{int | str: 1}[str | int]', 'type.__or__(int, str)', 'type.__ror__(int, str)', 'type.__or__(int, 1)', 'int.__or__(1, 2)', '(int | str).__class__'):
    attempt(text)
# expect: int | str -> int | str
# expect: int | None -> int | None
# expect: None | int -> None | int
# expect: int | int -> <class 'int'>
# expect: int | str | int -> int | str
# expect: int | (str | bool) -> int | str | bool
# expect: (int | str) | None -> int | str | None
# expect: A | int -> __main__.A | int
# expect: list[int] | str -> list[int] | str
# expect: int | list[int] -> int | list[int]
# expect: M | int -> metaclass or
# expect: int | M -> metaclass ror
# expect: P | int -> __main__.P | int
# expect: P | None -> __main__.P | None
# expect: T | int -> typing.Union[T, int]
# expect: int | T -> typing.Union[int, T]
# expect: T | None -> typing.Optional[T]
# expect: T | U -> typing.Union[T, U]
# expect: int | str | T -> typing.Union[int, str, T]
# expect: T | int | str -> typing.Union[T, int, str]
# expect: type | None -> type | None
# expect: object | int -> object | int
# expect: bool | int -> bool | int
# expect: (int | str).__args__ -> (<class 'int'>, <class 'str'>)
# expect: (None | int).__args__ -> (<class 'NoneType'>, <class 'int'>)
# expect: (list[T] | int).__parameters__ -> (T,)
# expect: (list[T] | int)[str] -> list[str] | int
# expect: (int | str)[int] -> TypeError int | str is not a generic class
# expect: (int | str) == (str | int) -> True
# expect: (int | str) == (int | bool) -> False
# expect: (int | str) == int -> False
# expect: (int | str) != (str | int) -> False
# expect: hash(int | str) == hash(str | int) -> True
# expect: type(int | str) -> <class 'types.UnionType'>
# expect: types.UnionType -> <class 'types.UnionType'>
# expect: (int | None) == typing.Optional[int] -> True
# expect: typing.Union[int, str] == (int | str) -> True
# expect: typing.Union[int, str] -> typing.Union[int, str]
# expect: typing.Union[int] -> <class 'int'>
# expect: typing.Union[int, None] -> typing.Optional[int]
# expect: typing.Optional[T] -> typing.Optional[T]
# expect: typing.Optional[list[int]] -> typing.Optional[list[int]]
# expect: typing.Union[T, int][str] -> typing.Union[str, int]
# expect: typing.Union[int, typing.Union[str, int]] -> typing.Union[int, str]
# expect: typing.Union[int | str, None] -> typing.Union[int, str, NoneType]
# expect: typing.Union[()] -> TypeError Cannot take a Union of no types.
# expect: isinstance(1, int | str) -> True
# expect: isinstance("", int | str) -> True
# expect: isinstance(1.0, int | str) -> False
# expect: isinstance(None, int | None) -> True
# expect: isinstance(1, (str | None, int)) -> True
# expect: isinstance(1, int | list[int]) -> True
# expect: isinstance([], list[int] | int) -> TypeError isinstance() argument 2 cannot be a parameterized generic
# expect: issubclass(bool, int | str) -> True
# expect: issubclass(float, int | str) -> False
# expect: issubclass(type(None), int | None) -> True
# expect: issubclass(1, int | str) -> TypeError issubclass() arg 1 must be a class
# expect: isinstance(1, typing.Union[int, str]) -> True
# expect: issubclass(int, typing.Optional[str]) -> False
# expect: copy.copy(int | str) -> int | str
# expect: copy.deepcopy(int | None) -> int | None
# expect: typing.get_origin(int | str) -> <class 'types.UnionType'>
# expect: typing.get_args(int | None) -> (<class 'int'>, <class 'NoneType'>)
# expect: typing.get_origin(list[int]) -> <class 'list'>
# expect: typing.get_args(dict[str, int]) -> (<class 'str'>, <class 'int'>)
# expect: typing.get_origin(int) -> None
# expect: typing.get_args(int) -> ()
# expect: typing.get_origin(typing.Optional[int]) -> typing.Union
# expect: bool(int | str) -> True
# expect: callable(int | str) -> False
# expect: {int | str: 1}[str | int] -> 1
# expect: type.__or__(int, str) -> int | str
# expect: type.__ror__(int, str) -> str | int
# expect: type.__or__(int, 1) -> NotImplemented
# expect: int.__or__(1, 2) -> 3
# expect: (int | str).__class__ -> <class 'types.UnionType'>
for text in ('int | 1', '1 | int', 'int | "x"', 'None | None', 'int | [1]', '(int | str) | 1', '(int | str)()', 'types.UnionType()', 'list[int] | 1', 'int & str'):
    try:
        print(eval(text))
    except TypeError:
        print(text, 'TypeError')
# expect: int | 1 TypeError
# expect: 1 | int TypeError
# expect: int | "x" TypeError
# expect: None | None TypeError
# expect: int | [1] TypeError
# expect: (int | str) | 1 TypeError
# expect: (int | str)() TypeError
# expect: types.UnionType() TypeError
# expect: list[int] | 1 TypeError
# expect: int & str TypeError
def g(x: int | None = None, *y: str | list[int]) -> None | bool: pass
print(g.__annotations__)  # expect: {'x': int | None, 'y': str | list[int], 'return': None | bool}
x = int
x |= str
print(x)  # expect: int | str
match 3:
    case int() | str(): print('matched')  # expect: matched
