# Captures bind names as assignments do.


def local():
    match [1, {'k': 2}]:
        case [a, {'k': b, **c}]:
            pass
    return sorted(locals().items())


print(local())  # expect: [('a', 1), ('b', 2), ('c', {})]
print(local.__code__.co_varnames)  # expect: ('a', 'b', 'c')


def unbound(x):
    match x:
        case [a]:
            pass
    return a


try:
    unbound(1)
except UnboundLocalError as e:
    print(type(e).__name__)  # expect: UnboundLocalError


def to_global(x):
    global g, h, rest, whole, part
    match x:
        case [g, *h]: pass
        case {'k': _, **rest} as whole: pass
        case part: pass


to_global([1, 2, 3])
print(g, h)  # expect: 1 [2, 3]
to_global({'k': 1, 'l': 2})
print(rest, whole)  # expect: {'l': 2} {'k': 1, 'l': 2}
to_global(5)
print(part)  # expect: 5


def outer(x):
    a = b = None

    def inner():
        nonlocal a, b
        match x:
            case [a, b]: return True
            case {'b': b}: return True
        return False
    return inner(), a, b


print(outer([1, 2]), outer({'b': 3}), outer(4))  # expect: (True, 1, 2) (True, None, 3) (False, None, None)


def closure(x):
    match x:
        case [a, *b]:
            return lambda: (a, b)


print(closure([1, 2, 3])())  # expect: (1, [2, 3])


class Body:
    match [1, 2, 3]:
        case [first, *others]:
            pass
    match {'name': 'x'}:
        case {'name': __private}:
            pass


print(Body.first, Body.others, Body._Body__private)  # expect: 1 [2, 3] x


class Mangled:
    def test(self, x):
        match x:
            case [__a, __b]: return sorted(locals())[:2]


print(Mangled().test([1, 2]))  # expect: ['_Mangled__a', '_Mangled__b']


def shadow(len, x):
    match x:
        case [len, _] | [_, len, _]:
            return len


print(shadow(0, [1, 2]), shadow(0, [1, 2, 3]))  # expect: 1 2


def annotated(x):
    match x:
        case [a]:
            b: int = a
    return b


print(annotated([5]))  # expect: 5


class Annotated:
    match 1:
        case 1:
            x: int = 5


print(Annotated.__annotations__)  # expect: {'x': <class 'int'>}


def comprehension(rows):
    match rows:
        case [[a, *_], *more] if all(len(row) > a for row in more):
            return [x for row in more for x in row if x != a]


print(comprehension([[1, 2], [1, 2, 3], [4, 1]]))  # expect: [2, 3, 4]


def star(x):
    match x:
        case [*_, _]: return '_' in locals()


print(star([1]))  # expect: False
_ = 'kept'
match 1:
    case _: print(_)  # expect: kept
match [1, 2]:
    case [_, *_]: print(_)  # expect: kept
match 1:
    case [_] | _ if _ == 'kept': print('read in the guard')  # expect: read in the guard


def nested_functions(x):
    match x:
        case {'f': name}:
            def f(): return name
        case [name]:
            class f:
                n = name
    return f


print(nested_functions({'f': 1})(), nested_functions([2]).n)  # expect: 1 2
