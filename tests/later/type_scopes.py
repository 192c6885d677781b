# Annotation scopes in classes see the names of the class (PEP 695).
x = 'global x'
name = 'global name'


class C:
    x = 'class x'

    type Alias = (x, name)
    type Params[T] = (x, T)

    def method[T: x, U = x](self, a: x, b: T = x) -> (x, name):
        return x

    class Inner[T: x](metaclass=type if x == 'class x' else 1):
        y = x
        x = 'inner x'
        type Alias = (x, y, T)

        def get[U: x](self): return x

    name = 'class name'
    type Later = name


print(C.Alias.__value__, C.Params.__value__, C.Later.__value__)  # expect: ('class x', 'class name') ('class x', T) class name
print(C.method.__annotations__, [p.__bound__ for p in C.method.__type_params__], C.method.__type_params__[1].__default__, C().method(1))  # expect: {'a': 'class x', 'b': T, 'return': ('class x', 'global name')} ['class x', None] class x global x
print(C.Inner.__type_params__[0].__bound__, C.Inner.y, C.Inner.Alias.__value__, C.Inner.get.__type_params__[0].__bound__, C.Inner().get())  # expect: class x global x ('inner x', 'global x', T) inner x global x


class Changed:
    type Alias = value
    value = 1


Changed.value = 2
print(Changed.Alias.__value__)  # expect: 2


class Undefined:
    type Alias = nothing_of_the_kind


try:
    Undefined.Alias.__value__
except NameError as error:
    print(error)  # expect: name 'nothing_of_the_kind' is not defined


def function():
    x = 'local x'
    free = 'free'

    class D:
        type Before = x
        type Free = free
        x = 'class x'
        type After = (x, free)
        def method[T: (x, free)](self): return x
        free = 'class free'

    class E:
        type Only = x
    return D, E


D, E = function()
print(D.Before.__value__, D.Free.__value__, D.After.__value__, D.method.__type_params__[0].__constraints__, D().method(), E.Only.__value__)  # expect: class x class free ('class x', 'class free') ('class x', 'class free') local x local x


class Global:
    global x
    x = 'new global x'
    type Alias = x


print(Global.Alias.__value__, x)  # expect: new global x new global x


def with_nonlocal():
    v = 1

    class F:
        nonlocal v
        v = 2
        type Alias = v
    return F.Alias.__value__, v


print(with_nonlocal())  # expect: (2, 2)


class Mapping(dict):
    def __missing__(self, key):
        if key.startswith('made_'):
            return 'missing ' + key
        raise KeyError(key)


class Meta(type):
    def __prepare__(name, bases): return Mapping()


class Prepared(metaclass=Meta):
    T = 1
    def method[T: made_bound](self, x: made_annotation): pass


print(Prepared.method.__annotations__)  # expect: {'x': 'missing made_annotation'}
try:
    Prepared.method.__type_params__[0].__bound__
except NameError as error:
    print(error)  # expect: name 'made_bound' is not defined


# Lambdas and comprehensions inside see no more than in the class itself.
class Functions:
    x = 'class x'
    items = [1, 2]
    type Lambda = (lambda: x)
    type Comprehension = [(i, x) for i in items]


print(Functions.Lambda.__value__())  # expect: new global x


class Private:
    __hidden = 'hidden'
    type Alias = __hidden
    def method[T: __hidden](self, a: __hidden): pass


print(Private.Alias.__value__, Private.method.__annotations__, Private.method.__type_params__[0].__bound__)  # expect: hidden {'a': 'hidden'} hidden


class Dunder:
    type Alias = (__module__, __qualname__)
    def method[T: __qualname__](self, a: __qualname__): pass


print(Dunder.method.__annotations__)  # expect: {'a': 'Dunder'}
print('__classdict__' in Dunder.__dict__, sorted(n for n in Dunder.__dict__ if n[0] != '_'))  # expect: False ['Alias', 'method']


class Cell:
    def method[T](self): return __class__
    type Alias = __class__


print(Cell().method(), Cell.Alias.__value__)  # expect: <class '__main__.Cell'> <class '__main__.Cell'>


class Slots:
    __slots__ = ('a',)
    def method[T](self, x: a if 0 else T): pass


print(Slots.method.__annotations__)  # expect: {'x': T}


# What a generic class leaves in the namespace.
class Names[T]:
    type Alias = T
    print(sorted(n for n in locals() if n not in ('__firstlineno__', '__static_attributes__')))
# expect: ['Alias', '__module__', '__qualname__', '__type_params__']


print([n for n in ('.type_params', '.generic_base', '__classdictcell__', '__classdict__') if n in Names.__dict__], Names.Alias.__value__)  # expect: [] T
