# PEP 570, where the answers are those of CPython 3.13.
import inspect


def attempt(source):
    try:
        print(eval(source))
    except TypeError as error:
        print(error)


def message(source):
    try:
        compile(source, '<text>', 'exec')
    except SyntaxError as error:
        return error.msg
    return 'compiles'


def f(a, b=2, /, c=3, *, d=4):
    return a, b, c, d


attempt('f(1)')  # expect: (1, 2, 3, 4)
attempt('f(1, 5, c=6, d=7)')  # expect: (1, 5, 6, 7)
attempt('f(1, 5, 6)')  # expect: (1, 5, 6, 4)
attempt('f(a=1)')  # expect: f() got some positional-only arguments passed as keyword arguments: 'a'
attempt('f(1, b=2)')  # expect: f() got some positional-only arguments passed as keyword arguments: 'b'
attempt('f(b=1, a=2)')  # expect: f() got some positional-only arguments passed as keyword arguments: 'a, b'
attempt('f(1, 2, 3, 4)')  # expect: f() takes from 1 to 3 positional arguments but 4 were given
attempt('f()')  # expect: f() missing 1 required positional argument: 'a'
attempt('f(1, e=1)')  # expect: f() got an unexpected keyword argument 'e'
attempt('f(1, c=1, **{"b": 3})')  # expect: f() got some positional-only arguments passed as keyword arguments: 'b'
attempt('f(*[1, 2], **{"c": 5})')  # expect: (1, 2, 5, 4)
attempt('f(**{"a": 1, "b": 2})')  # expect: f() got some positional-only arguments passed as keyword arguments: 'a, b'


def keeps(a, /, **kwargs):
    return a, kwargs


attempt('keeps(1, a=2)')  # expect: (1, {'a': 2})
attempt('keeps(1, **{"a": 3, "b": 4})')  # expect: (1, {'a': 3, 'b': 4})
attempt('keeps(a=1)')  # expect: keeps() missing 1 required positional argument: 'a'


def all_three(a, /, b, *args, c, **kwargs):
    return a, b, args, c, kwargs


attempt('all_three(1, 2, 3, c=4, a=5, d=6)')  # expect: (1, 2, (3,), 4, {'a': 5, 'd': 6})
attempt('all_three(1, b=2, c=4)')  # expect: (1, 2, (), 4, {})
attempt('all_three(1, 2)')  # expect: all_three() missing 1 required keyword-only argument: 'c'


def only(x, y, /):
    return x, y


attempt('only(1, 2)')  # expect: (1, 2)
attempt('only(1, y=2)')  # expect: only() got some positional-only arguments passed as keyword arguments: 'y'
attempt('only(x=1, y=2)')  # expect: only() got some positional-only arguments passed as keyword arguments: 'x, y'
attempt('only(1)')  # expect: only() missing 1 required positional argument: 'y'
attempt('only()')  # expect: only() missing 2 required positional arguments: 'x' and 'y'
attempt('(lambda x, /, y=2: (x, y))(1, y=3)')  # expect: (1, 3)
attempt('(lambda x, /: x)(x=1)')  # expect: <lambda>() got some positional-only arguments passed as keyword arguments: 'x'
attempt('(lambda x=1, /, *, y: (x, y))(y=2)')  # expect: (1, 2)


class C:
    def method(self, x, /, y):
        return x, y

    @staticmethod
    def static(x, /):
        return x

    @classmethod
    def clas(cls, x, /, **k):
        return x, k


attempt('C().method(1, 2)')  # expect: (1, 2)
attempt('C().method(1, y=2)')  # expect: (1, 2)
attempt('C.clas(1, x=2)')  # expect: (1, {'x': 2})
for _ in range(3):
    attempt('f(1, c=_)')
    attempt('only(_, y=_)')
# expect: (1, 2, 0, 4)
# expect: only() got some positional-only arguments passed as keyword arguments: 'y'
# expect: (1, 2, 1, 4)
# expect: only() got some positional-only arguments passed as keyword arguments: 'y'
# expect: (1, 2, 2, 4)
# expect: only() got some positional-only arguments passed as keyword arguments: 'y'
print(inspect.signature(f), inspect.signature(only), inspect.signature(all_three))  # expect: (a, b=2, /, c=3, *, d=4) (x, y, /) (a, /, b, *args, c, **kwargs)
print(inspect.signature(keeps), inspect.signature(C().method), inspect.signature(lambda a=1, /: a))  # expect: (a, /, **kwargs) (x, /, y) (a=1, /)
print([str(p.kind) for p in inspect.signature(f).parameters.values()])  # expect: ['POSITIONAL_ONLY', 'POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'KEYWORD_ONLY']
print(f.__code__.co_posonlyargcount, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames)  # expect: 2 3 1 ('a', 'b', 'c', 'd')
print(f.__defaults__, f.__kwdefaults__)  # expect: (2, 3) {'d': 4}


def annotated(a: int, /, b: str = 'x') -> float:
    return a


print(annotated.__annotations__)  # expect: {'b': <class 'str'>, 'a': <class 'int'>, 'return': <class 'float'>}


async def coroutine(a, /):
    return a


def generator(a, /):
    yield a


attempt('list(generator(1))')  # expect: [1]
attempt('generator(a=1)')  # expect: generator() got some positional-only arguments passed as keyword arguments: 'a'
attempt('coroutine(a=1)')  # expect: coroutine() got some positional-only arguments passed as keyword arguments: 'a'
print(message('def f(/): pass') != 'compiles', message('def f(a, /, b, /): pass') != 'compiles')  # expect: True True
print(message('def f(*, a, /): pass') != 'compiles', message('def f(*a, /): pass') != 'compiles')  # expect: True True
print(message('def f(a, /, a): pass'))  # expect: duplicate argument 'a' in function definition
print(message('def f(a=1, /, b): pass') != 'compiles', message('def f(a, b=1, /, c=2): pass'))  # expect: True compiles
print(message('def f(a, /, *): pass') != 'compiles', message('lambda a, /: a'), message('lambda /: 1') != 'compiles')  # expect: True compiles True
print(message('def f(a, /, b=1, *c, d, **e): pass'), message('def f(a, /, *, b): pass'))  # expect: compiles compiles
print(message('f(a, /)') != 'compiles', message('def f(**k, /): pass') != 'compiles')  # expect: True True


def closure(a, /):
    def inner():
        return a
    return inner()


attempt('closure(4)')  # expect: 4
attempt('closure(a=4)')  # expect: closure() got some positional-only arguments passed as keyword arguments: 'a'


# co_flags have no room for more in a tree that a program makes.
import ast
tree = ast.parse('def f(a, /): pass')
parameters = tree.body[0].args.posonlyargs
parameters += [ast.copy_location(ast.arg('a%d' % i, None), parameters[0]) for i in range(254)]
scope = {}
exec(compile(tree, '<tree>', 'exec'), scope)
print(scope['f'].__code__.co_posonlyargcount)  # expect: 255
parameters.append(ast.copy_location(ast.arg('b', None), parameters[0]))
try:
    compile(tree, '<tree>', 'exec')
except SyntaxError as e:
    print(e.msg)  # expect: more than 255 arguments
