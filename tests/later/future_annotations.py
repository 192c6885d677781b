# from __future__ import annotations (PEP 563): annotations are texts. Answers of CPython 3.13.
from __future__ import annotations


def f(a: undefined, b: List[int] = 1, *args: Tuple[int, ...], c: 'quoted' = 2, **kwargs: x.y.z) -> Dict[str, List[int]]:
    pass


for name, text in f.__annotations__.items():
    print(name, text)
# expect: a undefined
# expect: b List[int]
# expect: args Tuple[int, ...]
# expect: c 'quoted'
# expect: kwargs x.y.z
# expect: return Dict[str, List[int]]
value: int = 1
other: undefined.name[0]
print(__annotations__)  # expect: {'value': 'int', 'other': 'undefined.name[0]'}


class C:
    field: Later
    method: Callable[[int], str] = None

    def m(self: C) -> C: pass


print(C.__annotations__, C.m.__annotations__)  # expect: {'field': 'Later', 'method': 'Callable[[int], str]'} {'self': 'C', 'return': 'C'}


def text_of(source):
    space = {}
    exec(compile('from __future__ import annotations\ndef f(x: ' + source + '): pass', '<text>', 'exec'), space)
    return space['f'].__annotations__['x']


for source in '''
a + b * c
(a + b) * c
a - (b - c)
a ** b ** c
(a ** b) ** c
-a ** b
(-a) ** b
- -a
not a and b or c
not (a and b)
(a or b) and c
a if b else c if d else e
(a if b else c) if d else e
lambda: 0
lambda x, y=1, *z, k=2, **w: x
lambda x, /, y: x
(lambda: 0)()
a < b <= c != d
a is not b not in c
(a < b) < c
a.b.c[d](e)
f(x, *y, z=1, **w)
f(i for i in x)
f((i for i in x), 1)
[i for i in x if i if not i for j in i]
{i for i in x}
{i: j for i, j in x}
(i for i in x)
[1, 2.5, 3j, 1e400, 0x10, 1_000]
'text' "it's" b'bytes'
(1,)
(1, 2)
()
[]
{}
{1: 2, **a}
{1, 2}
a[1]
a[1:2]
a[1:2:3]
a[::2]
a[1, 2]
a[1:2, 3]
a[()]
a[b,]
...
None
True
x[...]
a @ b // c % d
a << b >> c & d | e ^ f
~a
+a
f'{a}'
f'{a!r:>{b}} {{}}'
f'x{a + 1:.2f}y' 'z'
1 .real
1.5.real
(1).real
(a := 1)
[*a, *b]
a[b][c]
(yield_)
'\\n\\t\\x00é'
'''.strip().split('\n'):
    print(source, '=>', text_of(source))
# expect: a + b * c => a + b * c
# expect: (a + b) * c => (a + b) * c
# expect: a - (b - c) => a - (b - c)
# expect: a ** b ** c => a ** b ** c
# expect: (a ** b) ** c => (a ** b) ** c
# expect: -a ** b => -a ** b
# expect: (-a) ** b => (-a) ** b
# expect: - -a => --a
# expect: not a and b or c => not a and b or c
# expect: not (a and b) => not (a and b)
# expect: (a or b) and c => (a or b) and c
# expect: a if b else c if d else e => a if b else c if d else e
# expect: (a if b else c) if d else e => (a if b else c) if d else e
# expect: lambda: 0 => lambda: 0
# expect: lambda x, y=1, *z, k=2, **w: x => lambda x, y=1, *z, k=2, **w: x
# expect: lambda x, /, y: x => lambda x, /, y: x
# expect: (lambda: 0)() => (lambda: 0)()
# expect: a < b <= c != d => a < b <= c != d
# expect: a is not b not in c => a is not b not in c
# expect: (a < b) < c => (a < b) < c
# expect: a.b.c[d](e) => a.b.c[d](e)
# expect: f(x, *y, z=1, **w) => f(x, *y, z=1, **w)
# expect: f(i for i in x) => f(i for i in x)
# expect: f((i for i in x), 1) => f((i for i in x), 1)
# expect: [i for i in x if i if not i for j in i] => [i for i in x if i if not i for j in i]
# expect: {i for i in x} => {i for i in x}
# expect: {i: j for i, j in x} => {i: j for i, j in x}
# expect: (i for i in x) => (i for i in x)
# expect: [1, 2.5, 3j, 1e400, 0x10, 1_000] => [1, 2.5, 3j, 1e309, 16, 1000]
# expect raises: SyntaxError: cannot mix bytes and nonbytes literals
import __future__
print(__future__.annotations.optional, __future__.annotations.mandatory, 'annotations' in __future__.all_feature_names)
