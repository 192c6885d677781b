# Type statements (3.12).
def attempt(source):
    try:
        exec(source, {'__name__': '__main__'})
    except Exception as error:
        print(type(error).__name__, error)


type Number = int
print(Number, repr(Number), type(Number), Number.__name__, Number.__value__, Number.__type_params__, Number.__module__, Number.__parameters__)  # expect: Number Number <class 'typing.TypeAliasType'> Number <class 'int'> () __main__ ()
type Lists[T] = list[T]
print(Lists, Lists.__value__, Lists.__type_params__, Lists.__parameters__, Lists[int], Lists[int].__origin__, Lists[int].__args__, type(Lists[int]))  # expect: Lists list[T] (T,) (T,) Lists[int] Lists (<class 'int'>,) <class 'types.GenericAlias'>
type Many[A: int, *Ts, **P] = (A, Ts, P)
print(Many, Many.__value__, Many.__type_params__, Many.__parameters__, Many.__type_params__[0].__bound__)  # expect: Many (A, Ts, P) (A, Ts, P) (A, typing.Unpack[Ts], P) <class 'int'>
type Default[T = int] = T
print(Default.__type_params__[0].__default__, Default.__value__)  # expect: <class 'int'> T
type Recursive = list[Recursive] | int
print(Recursive.__value__, Recursive.__value__.__args__[0].__args__[0] is Recursive)  # expect: list[Recursive] | int True
type Late = defined_later
try:
    Late.__value__
except NameError as error:
    print(error)  # expect: name 'defined_later' is not defined
defined_later = 5
print(Late.__value__)  # expect: 5
defined_later = 6
print(Late.__value__)  # expect: 5
calls = []
type Once = calls.append(1)
print(calls, Once.__value__, Once.__value__, calls)  # expect: [1] None None [1]


# `type` stays a name.
type = type
print(type(1), type.__name__)  # expect: <class 'int'> type
type: int = 3
print(type)  # expect: 3
type = {}
type[0] = 1
type['x'], = [2]
print(type)  # expect: {0: 1, 'x': 2}
type = type if type else 0
del type
type (1)
type . __name__
type * 2 if 0 else None
type[0] if 0 else None
type -1 if 0 else None
for type in range(2): pass
print(type)  # expect: 1
del type
def f(type): return type
print(f(type=1), f(2))  # expect: 1 2
class Attributes: type = 5
print(Attributes.type)  # expect: 5
type type = int; print(type.__value__)  # expect: <class 'int'>
del type
type match = str; type case = bytes; type _ = int
print(match.__value__, case.__value__, _.__value__)  # expect: <class 'str'> <class 'bytes'> <class 'int'>
if 1: type InIf = int; type InIf2 = str
print(InIf.__value__, InIf2.__value__)  # expect: <class 'int'> <class 'str'>
for i in [1]: type InFor[T] = T
print(InFor.__value__)  # expect: T
class C: type InClass = int
print(C.InClass.__value__, C.InClass, C.InClass.__module__)  # expect: <class 'int'> InClass __main__
match 1:
    case 1: type InCase = int
print(InCase.__value__)  # expect: <class 'int'>
try: type InTry = int
finally: type InFinally = str
print(InTry.__value__, InFinally.__value__)  # expect: <class 'int'> <class 'str'>
while True: type InWhile = int; break
print(InWhile.__value__)  # expect: <class 'int'>
def function(): type InDef = int; return InDef
print(function())  # expect: InDef
type \
    Continued \
    = \
    int
print(Continued.__value__)  # expect: <class 'int'>
type Lines[
    T,   # a comment
    U,
] = dict[
    T, U]
print(Lines.__value__)  # expect: dict[T, U]
type Conditional = int if 1 else str
type Lambda = lambda: 1
type Tuple = (int, str)
print(Conditional.__value__, Lambda.__value__(), Tuple.__value__)  # expect: <class 'int'> 1 (<class 'int'>, <class 'str'>)


# Scopes
def local(x):
    type Alias = x
    type Params[T] = (x, T)
    y = 1
    def inner():
        type Inner = (x, y)
        return Inner
    return Alias, Params, inner()


print([alias.__value__ for alias in local('argument')])  # expect: ['argument', ('argument', T), ('argument', 1)]


def rebinding():
    x = 1
    type Alias = x
    first = Alias.__value__
    x = 2
    return first, Alias.__value__


print(rebinding())  # expect: (1, 1)


def unset():
    type Alias = x
    try:
        Alias.__value__
    except NameError as error:
        print(type(error).__name__)
    x = 1
    return Alias.__value__


print(unset())  # expect: NameError
# expect: 1
attempt('''
def f():
    global Alias
    type Alias = int
f()
print(Alias, Alias.__value__)
''')  # expect: Alias <class 'int'>
attempt('''
def f():
    X = 1
    def g():
        nonlocal X
        type X = int
    g()
    return X
print(f(), f().__value__)
''')  # expect: X <class 'int'>
values = [(lambda: 0), [n for n in range(3)]]
type Comprehension = [n * 2 for n in values[1]]
type Generators = sum(n for n in values[1] if n)
type Nested[T] = [[T for a in values[1]] for b in values[1]]
print(Comprehension.__value__, Generators.__value__, Nested.__value__)  # expect: [0, 2, 4] 3 [[T, T, T], [T, T, T], [T, T, T]]


# Operators and errors
print(Number | int, int | Number, Number | None, None | Number, Number | Lists, Lists[int] | None, Number | Number)  # expect: Number | int int | Number Number | None None | Number Number | Lists Lists[int] | None Number
attempt('type A = int\nA[int]')  # expect: TypeError Only generic type aliases are subscriptable
attempt('type A[T] = T\nprint(A[int, str], A[T] if 0 else A["x"])')  # expect: A[int, str] A['x']
attempt('type A = 1 / 0\nA.__value__')  # expect: ZeroDivisionError division by zero
attempt('type A = A.__value__\ntry: A.__value__\nexcept RecursionError: print("deep")')  # expect: deep
attempt('from typing import TypeAliasType as T\na = T("a", int)\nprint(a, a.__value__, a.__type_params__, a.__module__)\nb = T("b", [1], type_params=(1, 2))\nprint(b.__type_params__, b.__value__, b[3])')  # expect: a <class 'int'> () __main__
# expect: (1, 2) [1] b[3]
attempt('from typing import TypeAliasType as T\nT(1, 2)')  # expect: TypeError typealias() argument 'name' must be str, not int
attempt('from typing import TypeAliasType as T\nT("x", 2, type_params=[1])')  # expect: TypeError type_params must be a tuple
attempt('import copy\ntype A = int\nprint(copy.copy(A) is A, copy.deepcopy(A) is A)')  # expect: True True
for change in ('A()', 'A.__name__ = "B"', 'A.__value__ = 1', 'del A.__value__', 'A.other = 1', 'A | 1', 'A.__type_params__ = ()'):
    try:
        exec('type A = int\n' + change)
    except (AttributeError, TypeError) as error:
        print(change, type(error).__name__)
# expect: A() TypeError
# expect: A.__name__ = "B" AttributeError
# expect: A.__value__ = 1 AttributeError
# expect: del A.__value__ AttributeError
# expect: A.other = 1 AttributeError
# expect: A | 1 TypeError
# expect: A.__type_params__ = () AttributeError
