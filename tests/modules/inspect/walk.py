# inspect: signatures, members, sources, frames.
import inspect, functools
from inspect import Parameter as P, Signature as S, signature


def attempt(call, *args, **kwargs):
    try:
        return call(*args, **kwargs)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error).split(' at 0x')[0]


def f(a, b: int = 2, *args, c, d='x', **kw) -> str:
    """doc
       more
    """
    return a


print(attempt(P, '.0', P.POSITIONAL_ONLY), attempt(P, 'x', '123'), attempt(P, 'x', P.VAR_KEYWORD, default=1), attempt(P, 'x', P.VAR_POSITIONAL, default=1))
print(attempt(P, '1a', P.KEYWORD_ONLY), attempt(P, 5, P.KEYWORD_ONLY), attempt(P, 'def', P.KEYWORD_ONLY), attempt(P, inspect._empty, P.KEYWORD_ONLY))
k, p, v, w, o = (P(n, kind) for n, kind in (('k', P.KEYWORD_ONLY), ('p', P.POSITIONAL_OR_KEYWORD), ('v', P.VAR_POSITIONAL), ('w', P.VAR_KEYWORD), ('o', P.POSITIONAL_ONLY)))
print(attempt(S, [k, p]), attempt(S, [w, v]), attempt(S, [p, o]), attempt(S, [p.replace(default=1), P('q', P.POSITIONAL_OR_KEYWORD)]), attempt(S, [p, p]), attempt(S, [w, k]))
print(S([o, p, v, k, w]), S([o, p, k]), S([o]), S([k]), [str(kind) for kind in inspect._ParameterKind], repr(k), P('z', P.VAR_KEYWORD, annotation=int))
print(signature(f), signature(len), signature(functools.partial(f, 1, c=3)), signature(functools.partial(f, b=1)), signature(lambda: 0))
s = signature(f)
for args, kwargs in (((1,), {'c': 2}), ((1, 2, 3), {'c': 1, 'e': 5}), ((), {}), ((1,), {}), ((1,), {'a': 2, 'c': 3})):
    b = attempt(s.bind, *args, **kwargs)
    print(b, '' if isinstance(b, str) else (b.args, sorted(b.kwargs.items())))
b = s.bind_partial(5)
b.apply_defaults()
print(list(b.arguments.items()), attempt(signature(lambda a: 0).bind, 1, 2), attempt(signature(lambda a: 0).bind, 1, x=2), attempt(S([o]).bind, o=1))


class C:
    def __init__(self, x, *, y=1): pass
    def m(self, a): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a): pass
    @property
    def prop(self): "property doc"
    def __call__(self, z): pass
    data = 5


class D(C):
    def m(self, a): "D"


class Meta(type):
    def __call__(cls, q): pass


class E(metaclass=Meta): pass


class N:
    def __new__(cls, n=1): pass


class Plain: pass


print(signature(C), signature(C.m), signature(C(1).m), signature(C.c), signature(C.s), signature(C(1)), signature(E), signature(N), signature(Plain), signature(D))
print(attempt(signature, 5), attempt(signature, 'x'))


def deco(g):
    @functools.wraps(g)
    def inner(*args): return g(*args)
    return inner


print(signature(deco(f)), signature(deco(f), follow_wrapped=False), inspect.unwrap(deco(f)) is f)
print(inspect.getfullargspec(f))
print(inspect.getfullargspec(C(1).m), attempt(inspect.getfullargspec, 5))
print(inspect.formatargspec(*inspect.getfullargspec(f)))
print(sorted(inspect.getcallargs(f, 1, c=2, z=3).items()), attempt(inspect.getcallargs, f), attempt(inspect.getcallargs, f, 1), attempt(inspect.getcallargs, C.m, 1, 2, 3))
print([name for name, value in inspect.getmembers(C, inspect.isroutine) if name[0] != '_'], [(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(D) if a.name[0] != '_'])
print(inspect.getdoc(f), inspect.getdoc(C.prop), inspect.getdoc(D.m), inspect.cleandoc('  a\n    b\n      c\n\n'))
print(inspect.getsource(f))
print(inspect.getsource(C.c), inspect.getsourcelines(N), inspect.getmodule(f).__name__, inspect.getcomments(f))
print(attempt(inspect.getsource, len), attempt(inspect.getfile, 5), attempt(inspect.getfile, int), inspect.getsourcefile(f).split('/')[-1])
frame = inspect.currentframe()
print(inspect.getframeinfo(frame)[1:], len(inspect.stack()) >= 1, inspect.stack()[0].function)


def gen():
    x = 1
    yield x


g = gen()
states = [inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g)]
list(g)
print(states, inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g), inspect.isgenerator(g), inspect.isgeneratorfunction(gen))


async def co(): pass


c = co()
print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.iscoroutinefunction(co), inspect.getcoroutinestate(c))
c.close()
print(inspect.getcoroutinestate(c))


class Dyn:
    def __getattr__(self, name): return 'dynamic'
    @property
    def p(self): 1 / 0


print(inspect.getattr_static(Dyn(), 'p').__class__.__name__, attempt(inspect.getattr_static, Dyn(), 'zz'), inspect.getattr_static(C, 'data'), inspect.getattr_static(C, 'c').__class__.__name__)
def outer():
    n = 1
    def inner(): return n + len([]) + unknown + f
    return inner
r = inspect.getclosurevars(outer())
print(r.nonlocals, sorted(r.globals), sorted(r.builtins), r.unbound)
print(inspect.getclasstree([C, D, Plain]))
print([name for name in ('ismodule', 'isclass', 'ismethod', 'isfunction', 'isbuiltin', 'isroutine', 'isabstract', 'isdatadescriptor', 'ismethoddescriptor') for x in (inspect, C, C(1).m, f, len, [].append, str.join, C.prop) if getattr(inspect, name)(x)])
print(inspect.CO_GENERATOR, inspect.isabstract(C), inspect.getmro(D))
try:
    f()
except TypeError:
    print([(t.function, t.code_context) for t in inspect.trace()])
