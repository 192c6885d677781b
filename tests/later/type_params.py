# Type parameters of functions and classes (3.12, defaults 3.13): values, scopes, names.
def attempt(source, **names):
    names['__name__'] = '__main__'
    try:
        exec(source, names)
    except Exception as error:
        print(type(error).__name__, error)
    return names


def show(param):
    print(type(param).__name__, repr(param), param.__name__, [getattr(param, name, '-') for name in ('__bound__', '__constraints__', '__covariant__', '__contravariant__', '__infer_variance__')], param.__default__, param.has_default())


def plain[T](x: T, y: int = 3) -> T:
    return x, y


for param in plain.__type_params__:
    show(param)  # expect: TypeVar T T [None, (), False, False, True] typing.NoDefault False
print(plain(1), plain(1, y=2), plain.__annotations__, plain.__defaults__, plain.__name__, plain.__qualname__)  # expect: (1, 3) (1, 2) {'x': T, 'y': <class 'int'>, 'return': T} (3,) plain plain
T, = plain.__type_params__
print(plain.__annotations__['x'] is T, plain.__annotations__['return'] is T, plain.__dict__, type(T), T.__module__)  # expect: True True {} <class 'typing.TypeVar'> typing


def many[A: int, B: (int, str), *Ts, **P](*args: P.args, **kwargs: P.kwargs) -> A:
    return args, kwargs


for param in many.__type_params__:
    show(param)
# expect: TypeVar A A [<class 'int'>, (), False, False, True] typing.NoDefault False
# expect: TypeVar B B [None, (<class 'int'>, <class 'str'>), False, False, True] typing.NoDefault False
# expect: TypeVarTuple Ts Ts ['-', '-', '-', '-', '-'] typing.NoDefault False
# expect: ParamSpec P P [None, '-', False, False, True] typing.NoDefault False
print(many(1, k=2), many.__annotations__, P if 'P' in globals() else 'no P')  # expect: ((1,), {'k': 2}) {'args': P.args, 'kwargs': P.kwargs, 'return': A} no P


def defaults[A = int, B: object = A, *Ts = *tuple[int, str], **P = [int, str]](): pass


for param in defaults.__type_params__:
    show(param)
# expect: TypeVar A A [None, (), False, False, True] <class 'int'> True
# expect: TypeVar B B [<class 'object'>, (), False, False, True] A True
# expect: TypeVarTuple Ts Ts ['-', '-', '-', '-', '-'] *tuple[int, str] True
# expect: ParamSpec P P [None, '-', False, False, True] [<class 'int'>, <class 'str'>] True


def keywords[T](a, b: T = 1, *, c: T = 2, d, **rest: T): return a, b, c, d, rest


print(keywords(0, d=4), keywords.__defaults__, keywords.__kwdefaults__, sorted(keywords.__annotations__.items()))  # expect: (0, 1, 2, 4, {}) (1,) {'c': 2} [('b', T), ('c', T), ('rest', T)]


def only_keywords[T](*, c=2) -> T: return c, T


print(only_keywords(), only_keywords.__kwdefaults__)  # expect: (2, T) {'c': 2}


async def coroutine[T](x: T): return x, T


try:
    coroutine(5).send(None)
except StopIteration as stop:
    print(stop.value)  # expect: (5, T)


def generator[T](x):
    yield T
    yield x


print(list(generator(2)))  # expect: [T, 2]


def decorator(value):
    print('decorates with', value)
    return lambda f: (f, value)


@decorator(1)
@decorator(2)
def decorated[T](x: print('annotation') = print('default')): pass  # expect: decorates with 1
# expect: decorates with 2
# expect: default
# expect: annotation


print(decorated[1], decorated[0][1], decorated[0][0].__name__, decorated[0][0].__type_params__)  # expect: 1 2 decorated (T,)


# Lazily evaluated, once, and again after a failure.
def lazy[T: undefined_yet](): pass


T, = lazy.__type_params__
try:
    T.__bound__
except NameError as error:
    print(error)  # expect: name 'undefined_yet' is not defined
undefined_yet = str
print(T.__bound__)  # expect: <class 'str'>
undefined_yet = int
print(T.__bound__)  # expect: <class 'str'>
calls = []


def once[T: calls.append(1), U = calls.append(2)](): pass


T, U = once.__type_params__
print(calls, T.__bound__, T.__bound__, U.has_default(), calls, U.__default__, U.__default__, calls)  # expect: [1, 2] None None True [1, 2] None None [1, 2]


# Later parameters in earlier bounds.
def cross[A: list[B], B: list[A]](): pass


A, B = cross.__type_params__
print(A.__bound__, B.__bound__, A.__bound__.__args__[0] is B)  # expect: list[B] list[A] True


# Names
def outer():
    T = 'outer'

    def inner[T](x: T):
        return T
    return inner, T


print(outer()[0](1), outer()[1], outer()[0].__qualname__)  # expect: T outer outer.<locals>.inner


def nested[T]():
    def deeper[U](a: T, b: U):
        class C[V](list):
            def method[W](self):
                return T, U, V, W
        return C
    return deeper


C = nested()(1, 2)
print(C().method(), C.__qualname__, C.method.__qualname__, C.__type_params__, C.__orig_bases__, C.method.__type_params__)  # expect: (T, U, V, W) nested.<locals>.deeper.<locals>.C nested.<locals>.deeper.<locals>.C.method (V,) (<class 'list'>, typing.Generic[V]) (W,)
print(nested().__qualname__, nested.__code__.co_freevars, nested().__code__.co_freevars)  # expect: nested.<locals>.deeper ('T',) ('T', 'U')


def rebinds[T](x: T):
    T = x
    return T


print(rebinds(7), rebinds.__annotations__)  # expect: 7 {'x': T}


def parameter_hides[T](T: T = 1): return T


print(parameter_hides(), parameter_hides(T=2), parameter_hides.__annotations__)  # expect: 1 2 {'T': T}


def deletes[T]():
    def inner(): return T
    return inner()


print(deletes())  # expect: T
attempt('''
def f[T]():
    global T
    T = 4
f()
print(T, f.__type_params__)
''')  # expect: 4 (T,)
attempt('def f[T](x=T): pass')  # expect: NameError name 'T' is not defined
attempt('@T\ndef f[T](): pass')  # expect: NameError name 'T' is not defined
attempt('@T\nclass C[T]: pass')  # expect: NameError name 'T' is not defined
attempt('def f[T](): pass\nprint(T)')  # expect: NameError name 'T' is not defined
attempt('def f[T](x: undefined): pass')  # expect: NameError name 'undefined' is not defined
attempt('def f(): pass\nprint(f.__type_params__)\nf.__type_params__ = (1,)\nprint(f.__type_params__)\nf.__type_params__ = [1]')  # expect: ()
# expect: (1,)
# expect: TypeError __type_params__ must be set to a tuple
attempt('def f[T](): pass\nf.__annotations__ = {"a": 1}\nprint(f.__type_params__, f.__annotations__)\nf.__annotations__ = None\nprint(f.__annotations__, f.__type_params__)')  # expect: (T,) {'a': 1}
# expect: {} (T,)
attempt('f = lambda: 0\nprint(f.__type_params__, type(f).__type_params__)')  # expect: () <attribute '__type_params__' of 'function' objects>


# Classes
class Base:
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__()
        print('made', cls.__name__, keywords)


class Generic[T, U: int = bool](Base, key=T.__name__ if 0 else 'value'):
    field: T
    own = T

    def method(self, x: T) -> U:
        return T, U, __class__
# expect: made Generic {'key': 'value'}


for param in Generic.__type_params__:
    show(param)
# expect: TypeVar T T [None, (), False, False, True] typing.NoDefault False
# expect: TypeVar U U [<class 'int'>, (), False, False, True] <class 'bool'> True
print(Generic.__orig_bases__, [b.__name__ for b in Generic.__mro__], Generic.__parameters__, Generic.__annotations__)  # expect: (<class '__main__.Base'>, typing.Generic[T, U]) ['Generic', 'Base', 'Generic', 'object'] (T, U) {'field': T}
print(Generic.own, Generic().method(1), Generic.method.__annotations__, Generic.__name__, Generic.__qualname__, Generic.__module__)  # expect: T (T, U, <class '__main__.Generic'>) {'x': T, 'return': U} Generic Generic __main__
print(Generic[str], Generic[str, int], Generic[str].own, type(Generic[str]()).__name__, Generic[str]().__orig_class__)  # expect: __main__.Generic[str, bool] __main__.Generic[str, int] T Generic __main__.Generic[str, bool]


class Child(Generic[str, int]): pass  # expect: made Child {}


print(Child.__type_params__, Child.__parameters__, Child.__orig_bases__, [b.__name__ for b in Child.__mro__])  # expect: () () (__main__.Generic[str, int],) ['Child', 'Generic', 'Base', 'Generic', 'object']


class Grandchild[X](Child, Generic[X, int]): pass  # expect: made Grandchild {}


print(Grandchild.__type_params__, Grandchild.__parameters__, Grandchild.__orig_bases__)  # expect: (X,) (X,) (<class '__main__.Child'>, __main__.Generic[X, int], typing.Generic[X])


class Variadic[*Ts]: pass
class Callable[**P, R]: pass


print(Variadic[int], Variadic[int, str], Variadic[()], Variadic.__parameters__, Variadic.__orig_bases__, Variadic[*tuple[int, str]])  # expect: __main__.Variadic[int] __main__.Variadic[int, str] __main__.Variadic[()] (Ts,) (typing.Generic[typing.Unpack[Ts]],) __main__.Variadic[*tuple[int, str]]
print(Callable[[int], str], Callable[..., str], Callable.__parameters__, Callable[[int, str], None])  # expect: __main__.Callable[[int], str] __main__.Callable[..., str] (P, R) __main__.Callable[[int, str], NoneType]
bases = (Base,)
keywords = {'key': 1}


class Star[T](*bases, **keywords): pass  # expect: made Star {'key': 1}


print(Star.__orig_bases__ , Star[int])  # expect: (<class '__main__.Base'>, typing.Generic[T]) __main__.Star[int]


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **keywords):
        print('prepare', name, [b.__name__ for b in bases])
        return {}


class WithMeta[T](metaclass=Meta):
    print(sorted(name for name in locals() if not name.startswith('__f') and not name.startswith('__s')))
# expect: prepare WithMeta ['Generic']
# expect: ['__module__', '__qualname__', '__type_params__']


print(type(WithMeta).__name__, WithMeta.__type_params__)  # expect: Meta (T,)
print(int.__type_params__, Base.__type_params__)  # expect: () ()


class Mangled[__T, U: __T]:
    __x: __T = 1
    def get(self): return __T, self.__x


print(Mangled.__type_params__, Mangled().get(), [p.__name__ for p in Mangled.__type_params__], Mangled.__type_params__[1].__bound__, Mangled.__annotations__)  # expect: (__T, U) (__T, 1) ['__T', 'U'] __T {'_Mangled__x': __T}


class SuperCaller[T](Base):
    def __repr__(self): return 'repr of ' + super().__repr__()[:8]
# expect: made SuperCaller {}


print(SuperCaller())  # expect: repr of <__main_
