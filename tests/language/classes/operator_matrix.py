# Which method answers an operator: plain, reflected, in place, of the class, its base or a subclass, and NotImplemented.
OPERATORS = {'add': '+', 'sub': '-', 'mul': '*', 'matmul': '@', 'truediv': '/', 'floordiv': '//', 'mod': '%', 'pow': '**', 'lshift': '<<', 'rshift': '>>', 'and': '&', 'or': '|', 'xor': '^'}
log = []


def method(name, result):
    def answer(self, other):
        log.append(type(self).__name__ + '.' + name)
        return result
    return answer


def make(name, bases, methods):
    return type(name, bases, {'__%s__' % m: method(m, r) for m, r in methods.items()})


def show(text, **names):
    del log[:]
    space = dict(names)
    try:
        exec('r = a\nr %s b' % text if text.endswith('=') else 'r = a %s b' % text, space)
        result = space['r'] if isinstance(space['r'], str) else type(space['r']).__name__
    except TypeError as error:
        result = str(error)
    print(text, type(names['a']).__name__, type(names['b']).__name__, log, result)


for name, sign in OPERATORS.items():
    A = make('A', (), {name: 'A', 'r' + name: 'rA', 'i' + name: 'iA'})
    B = make('B', (), {name: NotImplemented, 'r' + name: 'rB', 'i' + name: NotImplemented})
    C = make('C', (A,), {'r' + name: 'rC'})
    D = make('D', (A,), {})
    E = make('E', (), {'r' + name: NotImplemented})
    N = make('N', (), {})
    for a, b in ((A, A), (A, B), (B, A), (A, C), (C, A), (A, D), (B, B), (B, E), (N, A), (N, E), (B, N), (N, N)):
        show(sign, a=a(), b=b())
    show(sign, a=1, b=A())
    show(sign, a=A(), b=1)
    show(sign, a='s', b=B())
    for a, b in ((A, A), (B, A), (B, E), (N, A), (N, N)):
        show(sign + '=', a=a(), b=b())
for name, sign, mirror in (('lt', '<', 'gt'), ('le', '<=', 'ge'), ('eq', '==', 'eq'), ('ne', '!=', 'ne'), ('gt', '>', 'lt'), ('ge', '>=', 'le')):
    A = make('A', (), {name: 'A', mirror: 'mA'})
    B = make('B', (), {name: NotImplemented})
    C = make('C', (A,), {mirror: 'mC'})
    D = make('D', (A,), {})
    N = make('N', (), {})
    for a, b in ((A, A), (A, B), (B, A), (A, C), (C, A), (A, D), (B, B), (B, N), (N, A), (N, N)):
        show(sign, a=a(), b=b())
    show(sign, a=1, b=A())
    show(sign, a='s', b=N())
