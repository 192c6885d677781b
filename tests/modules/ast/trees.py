import _ast
import ast


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


SOURCE = '''
import a.b as c, d
from . import e
from f.g import (h as i, j)
@deco
def fun(a, b: int = 1, *rest, key, other=2, **more) -> str:
    "doc"
    global g
    x: int = 5
    x += 1
    return a if b else [i for i in range(3) if i]
class C(Base, metaclass=M):
    pass
async def co():
    async with x as y, z:
        await y
    async for k in v:
        yield k
    return
try:
    raise ValueError from None
except (A, B) as e:
    pass
except:
    del a, b[1], c.d
else:
    assert x, 'm'
finally:
    nothing = f'{a!r:>{w}} {b}'
while 1:
    break
else:
    for q, *r in s: continue
with o: lambda *a, k=1: (yield)
{**d, 1: 2}, {1, 2}, {k: v for k, v in z}, (x for x in y), {1 for _ in y}
a[1:2, ..., ::3], a[i], not a, -b, ~c, a and b or c, 1 < 2 <= 3 in x, a @ b ** -c
f(*args, k=1, **kw), b'bytes', 'str' 'joined', 1j, 1.5, 10**20, 0x123456789abcdef0123, True, None
'''
print(ast.dump(ast.parse(SOURCE)))
print(ast.dump(ast.parse('a = 1\nb'), include_attributes=True))
print(ast.dump(ast.parse('a + b', mode='eval'), annotate_fields=False))
print(ast.dump(compile('x', 'f', 'single', ast.PyCF_ONLY_AST)))
namespace = {}
exec(compile(ast.parse('def f(n):\n    return [i ** 2 for i in range(n)]\nresult = f(4)'), 'file', 'exec'), namespace)
print(namespace['result'])
for text in ['[1, 2.5, -3, 1+2j, (True, None), {"a": b"b"}, {1}]', '"a" "b"', '-1', 'a', '1 + a', 'f()', '(']:
    print(text, str(attempt(ast.literal_eval, text)).split(' object at ')[0])
print([type(n).__name__ for n in ast.walk(ast.parse('a.b(c)'))])


class Names(ast.NodeVisitor):
    def __init__(self):
        self.names = []

    def visit_Name(self, node):
        self.names.append(node.id)


class Renamer(ast.NodeTransformer):
    def visit_Name(self, node):
        return ast.copy_location(ast.Name(node.id.upper(), node.ctx), node)

    def visit_Expr(self, node):
        return None


visitor = Names()
visitor.visit(ast.parse('a = b + c(d)'))
print(visitor.names)
print(ast.dump(Renamer().visit(ast.parse('a = b\nc'))))
print(ast.get_docstring(ast.parse('"""Doc.\n\n   more"""')), attempt(ast.get_docstring, ast.parse('1').body[0]))
print(ast.dump(ast.increment_lineno(ast.parse('a'), 4), include_attributes=True))

print(ast.AST.__bases__, ast.BinOp.__bases__, ast.BinOp._fields, ast.BinOp._attributes, ast.arg._attributes, ast.mod._attributes)
print(ast.Load.__bases__, ast.Load._fields, _ast.PyCF_ONLY_AST, ast.Load.__module__)
print(ast.parse('a').body[0].value.ctx is ast.parse('b').body[0].value.ctx)
print(attempt(ast.Add, 1), attempt(ast.BinOp, 1), attempt(ast.Num, 1, 2), ast.Num(3, lineno=4).lineno, ast.Num(1).__reduce__()[1:])
print(attempt(lambda: ast.Num().n))

here = dict(lineno=1, col_offset=0)
E, M = ast.Expression, ast.Module
N, L, S = ast.Num(1, **here), ast.Load(), ast.Store()


def check(tree, mode='eval'):
    print(attempt(lambda: compile(tree, 'f', mode).co_name))


check(N)
check(E(ast.Num(1)))
check(E(ast.Num(1, lineno=1)))
check(E(ast.Num(1, lineno=None, col_offset=0)))
check(E(ast.Num('a', **here)))
check(E(ast.Str(3, **here)))
check(E(ast.Bytes(3, **here)))
check(E(ast.NameConstant(3, **here)))
check(E(ast.Constant([], **here)))
check(E(ast.Constant((1, 'a', (None, ...), frozenset([1]), 2j), **here)))
check(E(ast.Name(3, L, **here)))
check(E(ast.Name('a', S, **here)))
check(E(ast.BinOp(N, 3, N, **here)))
check(E(ast.BinOp(N, ast.Add(), None, **here)))
check(E(ast.BoolOp(ast.And(), [N], **here)))
check(E(ast.Compare(N, [], [], **here)))
check(E(ast.Compare(N, [ast.Eq()], [], **here)))
check(E(ast.Compare(N, [ast.Eq()], [N, N], **here)))
check(E(ast.Dict([N], [], **here)))
check(E(ast.ListComp(N, [], **here)))
check(E(ast.Call(N, [None], [], **here)))
check(E(3))
check(M(3), 'exec')
check(M([None]), 'exec')
check(M([ast.Delete([N], **here)]), 'exec')
check(M([ast.Delete([], **here)]), 'exec')
check(M([ast.Assign([N], N, **here)]), 'exec')
check(M([ast.AugAssign(ast.Tuple([], S, **here), ast.Add(), N, **here)]), 'exec')
check(M([ast.AnnAssign(ast.Attribute(N, 'a', S, **here), N, None, 1, **here)]), 'exec')
check(M([ast.If(N, [], [], **here)]), 'exec')
check(M([ast.Raise(None, N, **here)]), 'exec')
check(M([ast.Try([ast.Pass(**here)], [], [], [], **here)]), 'exec')
check(M([ast.Try([ast.Pass(**here)], [], [ast.Pass(**here)], [ast.Pass(**here)], **here)]), 'exec')
check(M([ast.ImportFrom('a', [], 0, **here)]), 'exec')
check(M([ast.ImportFrom('a', [ast.alias('b', None)], -1, **here)]), 'exec')
check(M([ast.Global([], **here)]), 'exec')
check(M([ast.FunctionDef('f', ast.arguments([], None, [], [], None, [N]), [ast.Pass(**here)], [], None, **here)]), 'exec')
check(M([ast.FunctionDef('f', ast.arguments([], None, [], [N], None, []), [ast.Pass(**here)], [], None, **here)]), 'exec')
check(E(ast.Num(10 ** 30, **here)))
print(eval(compile(E(ast.Num(-10 ** 30, **here)), 'f', 'eval')), eval(compile(E(ast.Num(1 + 2j, **here)), 'f', 'eval')))
print(attempt(compile, 'a', 'f', 'exec', 0x1), attempt(compile, 'a', 'f', 'other'), type(compile('a', 'f', 'exec', 0x400)).__name__)
tree = ast.parse('a')
print(compile(tree, 'f', 'exec', 0x400) is tree)
