"""Programs that CPython 3.6 refuses to compile, by the layer that says no. Its answers are in refused.json.

update_refused.py (tests/tools) runs this list through the reference; test_refused.py compares Krait with the answers.
A program is a str, or bytes where the encoding matters.
"""

# What cannot be a target, with each thing that wants one.
EXPRESSIONS = [
    'f()', 'a + b', 'a and b', '-a', 'not a', 'a < b', 'lambda: 0', 'a if b else c', '(yield)', '1', '1.5', '2j',
    '"s"', 'b"s"', 'f"{a}"', 'f"s"', 'None', 'True', 'False', '...', '[i for i in a]', '{i for i in a}',
    '{i: i for i in a}', '(i for i in a)', '{}', '{1: 2}', '{1}', '()', '[]', '(a, 1)', '[a, f()]', '(a, (b, None))',
    'a.b()', 'a[0]()', '"a" "b"', 'a.True', '__debug__', 'a.__debug__', '(a)', '*a', '*a, *b', '(*a, *b)', '*(1)',
    '[*a, *b, c]', 'await x', 'a ** b', '~a', '`a`', 'a <> b', 'print', 'x y',
]
TARGET_FORMS = [
    '%s = 1', '%s += 1', 'for %s in x: pass', 'with x as %s: pass', 'del %s', '[0 for %s in x]', '%s: int', '%s: int = 1',
    'x = %s = 1', '(%s) = 1', '[%s] = 1', '%s, x = 1', 'del (%s)', 'del x, %s', 'def f():\n    yield\n    %s = 1\n',
    'async def f():\n    async for %s in x: pass\n', 'async def f():\n    async with x as %s: pass\n',
]

ARGUMENTS = [
    'f(a for a in b, c)', 'f(c, a for a in b)', 'f(a for a in b, *c)', 'f(a for a in b, **c)', 'f(a for a in b, c=1)',
    'f(a=1, b)', 'f(**a, b)', 'f(**a, *b)', 'f(a=1, **b, c)', 'f(a=1, a=2)', 'f(a=1, **k, a=2)', 'f(1=2)', 'f(a.b=1)',
    'f(lambda: 1 = 2)', 'f((a)=1)', 'f(a()=1)', 'f("a"=1)', 'f(None=1)', 'f(True=1)', 'f(__debug__=1)', 'f(a+b=1)',
    'f(*)', 'f(**)', 'f(*a b)', 'f(a b)', 'f(a, , b)', 'f(,)', 'f(a=)', 'f(=a)', 'f(a==)', 'f(*a=1)', 'f(**a=1)',
    'f(' + ', '.join('a%d' % i for i in range(256)) + ')', 'f(' + ', '.join('a%d=0' % i for i in range(256)) + ')',
    'f(*a, ' + ', '.join('a%d' % i for i in range(256)) + ')',
    'class C(a for a in b, c): pass', 'class C(a=1, b): pass', 'class C(a=1, a=2): pass', 'class C(**a, *b): pass',
    'class C(x for x in y): pass\nreturn', '@f(a for a in b, c)\ndef g(): pass', '@f(a=1, a=2)\ndef g(): pass', 'f(a, b=1, *c, d)',
    'f(**a, **b, *c)', 'f(x=yield)', 'f(yield 1)', 'f(a := 1)', 'f(not=1)', 'f(print a)',
]

PARAMETERS = [
    'def f(a, a): pass', 'def f(a, *a): pass', 'def f(a, **a): pass', 'def f(*, a, a): pass', 'def f(a, *, a): pass',
    'def f(*a, **a): pass', 'lambda a, a: 0', 'lambda *a, a: 0', 'def f(a=1, b): pass', 'def f(a=1, *, b, c=1, d): pass\nreturn',
    'lambda a=1, b: 0', 'def f(*): pass', 'def f(*, **k): pass', 'lambda *: 0', 'lambda *, **k: 0', 'def f(*, *a): pass',
    'def f(**k, a): pass', 'def f(**k, *a): pass', 'def f(*a, *b): pass', 'def f(None): pass', 'def f(True=1): pass',
    'def f(*None): pass', 'def f(**False): pass', 'def f(__debug__): pass', 'def f(*__debug__): pass',
    'def f(*, __debug__): pass', 'lambda __debug__: 0', 'lambda None: 0', 'def f(a, (b, c)): pass', 'def f((a)): pass',
    'lambda (a, b): 0', 'def f(1): pass', 'def f("a"): pass', 'def f(a.b): pass', 'def f(a b): pass', 'def f(a,,b): pass',
    'def f(,): pass', 'def f(a:): pass', 'def f(a=): pass', 'def f(a)-> : pass', 'def f(a) pass', 'def f: pass', 'def (): pass',
    'def f(a', 'def f(a):', 'def f(a):\n', 'def None(): pass', 'def __debug__(): pass', 'def 1(): pass',
    'def f(a: (yield)): pass', 'def f(a=(yield)): pass', 'class C:\n    def f(self, __x, __x): pass',
    'class C:\n    def f(self, _C__x, __x): pass', 'def f(a, *, b=1, **kw, c): pass', 'def f(*args, ): pass\nreturn',
    'def f(*a, b=1, b=2): pass', 'lambda a: lambda b, b: 0', 'lambda a=lambda b, b: 0: 0', 'async def f(a, a): pass',
    'def f(' + ', '.join('a%d' % i for i in range(256)) + '): pass\nreturn', 'class None: pass', 'class __debug__: pass',
    'class True(a): pass', 'class C(a, b=1, c): pass', 'class: pass', 'class C(: pass', 'class C pass', 'class C()',
]

SCOPES = [
    'def f(a):\n    global a', 'def f(a):\n    nonlocal a', 'def f():\n    x = 1\n    global x',
    'def f():\n    print(x)\n    global x', 'def f():\n    x: int\n    global x', 'def f():\n    global x\n    x: int = 1',
    'def f():\n    global x\n    x: int', 'x: int\nglobal x', 'global x\nx: int', 'x = 1\nglobal x', 'print(x)\nglobal x',
    'def f():\n    import x\n    global x', 'def f():\n    import x\n    nonlocal x', 'def f():\n    def x(): pass\n    global x',
    'def f():\n    class x: pass\n    global x', 'def f():\n    for x in y: pass\n    global x',
    'def f():\n    with y as x: pass\n    global x', 'def f():\n    try: pass\n    except E as x: pass\n    global x',
    'def f():\n    del x\n    global x', 'def f():\n    x += 1\n    global x', 'def f():\n    [x for x in y]\n    global y',
    'def f():\n    lambda: x\n    global x\n    nonlocal x', 'nonlocal x', 'nonlocal x, y', 'class C:\n    nonlocal x',
    'def f():\n    nonlocal x', 'def f():\n    nonlocal x, y\n    def g(): nonlocal y',
    'def f():\n    x = 1\n    def g():\n        nonlocal y', 'def f():\n    x = 1\n    def g():\n        x = 2\n        nonlocal x',
    'def f():\n    x = 1\n    def g():\n        print(x)\n        nonlocal x',
    'def f():\n    x = 1\n    def g():\n        nonlocal x\n        global x',
    'def f():\n    x = 1\n    def g():\n        global x\n        nonlocal x',
    'def f():\n    x = 1\n    def g():\n        x: int\n        nonlocal x',
    'def f():\n    x = 1\n    def g():\n        nonlocal x\n        x: int',
    'def f():\n    x = 1\n    def g(x):\n        nonlocal x', 'def f():\n    global x\n    def g():\n        nonlocal x',
    'class C:\n    x = 1\n    def f():\n        nonlocal x', 'class C:\n    global x\n    x: int = 1',
    'class C:\n    x = 1\n    global x', 'class C:\n    print(x)\n    global x', 'def f():\n    class C:\n        nonlocal x',
    'def f(x):\n    class C:\n        nonlocal x\n        global x', 'def f(x):\n    global x, y\n    pass',
    'def f(x, y):\n    pass\n    global y', 'async def f():\n    x = 1\n    global x', 'lambda: (yield)\nnonlocal x',
    'def f():\n    nonlocal __class__', 'class C:\n    def f(self):\n        nonlocal __class__\n        nonlocal x',
    'class C:\n    def f(self):\n        global __x\n        nonlocal __x', 'class C:\n    def f(self, __x):\n        global __x',
    'def f():\n    from a import *', 'class C:\n    from a import *', 'def f():\n    from .a import *',
    'def f():\n    def g():\n        from a import *', 'class C:\n    def f(self):\n        from a import *\n        x',
    'if 1:\n    def f():\n        x = 1\n        from a import *\n        def g(): return x', 'import *', 'import a.*', 'from a import *, b',
    'from a import (*)', 'from a import b, *', 'from . import *\nreturn', 'global', 'nonlocal', 'global 1', 'global a.b', 'global a,',
    'global None', 'nonlocal True', 'global __debug__\n__debug__ = 1', 'def f():\n    global f, g, f\n    g = 1; nonlocal g',
]

FLOW = [
    'return', 'return 1', 'class C:\n    return', 'class C:\n    return 1', 'if 1:\n    return', 'for x in y:\n    return x',
    'yield', 'yield 1', 'x = yield', 'yield from x', 'class C:\n    yield', 'class C:\n    x = yield from y', '[(yield) for i in x]\nreturn',
    'await x', 'def f():\n    await x', 'def f():\n    return await x', 'class C:\n    await x', 'lambda: await x',
    'async def f():\n    def g():\n        await x', 'async def f():\n    lambda: await x', 'async def f():\n    class C:\n        await x',
    'async def f():\n    yield from x', 'async def f():\n    yield 1\n    return 2', 'async def f():\n    return 2\n    yield 1',
    'async def f():\n    yield\n    return', 'async def f():\n    yield\n    return None', 'async with a: pass', 'async for a in b: pass',
    'def f():\n    async with a: pass', 'def f():\n    async for a in b: pass', 'def f():\n    [a async for a in b]',
    'def f():\n    {a async for a in b}', 'def f():\n    {a: b async for a in b}', 'def f():\n    (a async for a in b)',
    '[a async for a in b]', 'async def f():\n    [[a async for a in b] for c in d]\n    def g(): [a async for a in b]',
    'async def f():\n    def g():\n        [await x for x in y]', 'def f():\n    [await x for x in y]', '[await x for x in y]',
    'async def f():\n    lambda: [a async for a in b]', 'async def f():\n    class C:\n        [a async for a in b]',
    'async x', 'async def', 'async def f()', 'async\ndef f(): pass', 'async lambda: 0', 'async with', 'await', 'async def f():\n    await',
    'async def f():\n    await = 1', 'async def f():\n    async = 1', 'async def f():\n    def await(): pass', 'async def await(): pass\nreturn',
    'async def f():\n    await x = 1', 'async def f(await): pass', 'async def f(a=await x): pass', 'async def f():\n    import await',
    'async def f():\n    x.await', 'async def f():\n    f(async=1)', 'async def f():\n    await yield', 'async def f():\n    yield await', 'def f(): yield = 1',
    'break', 'continue', 'if x:\n    break', 'if x:\n    continue', 'class C:\n    break', 'class C:\n    continue', 'def f():\n    break',
    'def f():\n    continue', 'for x in y:\n    def f():\n        break', 'for x in y:\n    def f():\n        continue',
    'for x in y:\n    class C:\n        break', 'while x:\n    class C:\n        continue', 'for x in y: pass\nelse:\n    break',
    'for x in y: pass\nelse:\n    continue', 'while x: pass\nelse: break', 'try: pass\nfinally: break', 'try: pass\nfinally: continue',
    'while x:\n    try: pass\n    finally: continue', 'for x in y:\n    try: pass\n    finally:\n        if z: continue',
    'for x in y:\n    try: pass\n    finally:\n        for a in b: pass\n        continue', 'for x in y:\n    try: pass\n    finally:\n        with z: continue',
    'for x in y:\n    try: pass\n    finally:\n        try: continue\n        except: pass', 'for x in y:\n    try: pass\n    finally:\n        try: pass\n        except E as e: continue',
    'with x: break', 'with x: continue', 'try: break\nexcept: pass', 'try: pass\nexcept: continue', 'lambda: break', 'x = break',
    'try: pass\nexcept: pass\nexcept E: pass', 'try: pass\nexcept E: pass\nexcept: pass\nexcept F: pass', 'try: pass\nexcept: pass\nexcept: pass',
    'try: pass', 'try: pass\nelse: pass', 'try: pass\nelse: pass\nfinally: pass', 'try: pass\nfinally: pass\nexcept: pass', 'except: pass',
    'finally: pass', 'else: pass', 'elif x: pass', 'try: pass\nexcept a, b: pass', 'try: pass\nexcept a as b.c: pass', 'try: pass\nexcept a as (b): pass',
    'try: pass\nexcept a as 1: pass', 'try: pass\nexcept as b: pass', 'try: pass\nexcept a as None: pass', 'try: pass\nexcept a as __debug__: pass',
    'raise a from', 'raise from a', 'raise a, b', 'raise a, b, c', 'assert', 'assert a, b, c', 'assert a b', 'del', 'del a,, b', 'pass 1', 'break 1',
    'with: pass', 'with a as: pass', 'with a, : pass', 'with (a as b): pass', 'while: pass', 'while x pass', 'if: pass', 'if x = 1: pass', 'if x: pass else: pass',
    'for in x: pass', 'for x: pass', 'for x in: pass', 'for x in y pass', 'for x in *y: pass', 'for x in y if z: pass', 'for (x in y): pass', 'while (x := 1): pass',
    'for x in y: pass else: pass', 'import', 'import a as', 'import a.b as c.d', 'import a as 1', 'import a, ', 'import .a', 'import a b', 'from', 'from a', 'from a import',
    'from a import b,', 'from a import (b', 'from a import ()', 'from a import (b,,c)', 'from a import b as', 'from .. import', 'from import a', 'from a.b. import c',
    'import a as None', 'import a as __debug__', 'from a import b as True', 'from a import None', 'from a import __debug__', 'import None', 'import a.None', 'import __debug__',
    'import __debug__.a', 'from None import a', 'from a import b.c', 'exec "x"', 'exec x in y', 'exec x', 'print x', 'print "a"', 'print "a" % b', 'print x,', 'print', 'print >>x, y\nreturn', 'print f(x), y',
    'if 1:\n    print 1', 'if 1: print 1', 'x = 1; print x', 'def f():\n    print x, y', 'exec', 'for x in y: print x', 'print -1\nreturn', 'print (1)\nreturn',
    'print 1 if x else y', 'printf "x"', 'print "a", end=""', 'print\t"x"', 'print lambda: 1', 'print not x',
]

STARS = [
    '*a', '*a\n', '*a, *b = c', '*a, b, *c = d', '[*a, *b] = c', '*a = b', '(*a) = b', '[*a] = *b', '*a, = *b', 'x = *a', 'x = (*a)', 'return *a', 'def f(): return *a, b', 'yield *a',
    'print(*a, *b)\nreturn', '(*a)', '(*a, b)\nreturn', '[*a for a in b]', '{*a for a in b}', '(*a for a in b)', '{**a for a in b}', '{**a: 1}', '{*a: 1}', '{1: *a}', '{**a, *b}', '{*a, **b}',
    '{1, **a}', '{1: 2, *a}', '{1: 2, 3}', '{1, 2: 3}', '{**a}[**b]', 'a[*b]', 'a[*b, c]', 'a[*b:c]', 'del *a', 'del *a, b', 'del (*a)', 'del [*a]', 'for *a in b: pass', 'for *a, *b in c: pass',
    'for (*a, b), *c, *d in e: pass', '*a += b', '*a, b += c', 'a, b += c', '[a] += c', '*a: int', '*a: int = 1', 'a, b: int', '(a, b): int', '[a, b]: int = 1', '[a]: int', 'f(): int', '(a.b): int\nreturn', '1: int',
    'a.b: int = ', 'a: int = yield', 'a: = 1', 'a: int: str', 'a: int += 1', 'a: int = b = c', '"x": int', 'a if b else c: int', 'lambda: 0: int', '{}: int', 'a[b]: int\nreturn', '(a): int\nreturn', 'a = *b = c',
    'a = b: int', '*(a, b) = c\nreturn', 'with a as *b: pass', 'with a as (*b, *c): pass', 'lambda *a, *b: 0', '*a if b else c', '*a or b\nreturn', '*not a', '**a', 'a **= *b', 'if *a: pass', 'assert *a', 'raise *a', 'x = yield *a', 'lambda: *a', '*a and b == c',
    ', '.join('a%d' % i for i in range(256)) + ', *b = c', '*a, ' + ', '.join('a%d' % i for i in range(3)) + ', *b = c', 'a, (*b, (*c, *d)) = e', '[a, [*b, *c]] = d', '*a.b, *c.d = e', '*a[0], *b = c',
]

FUTURE = [
    'from __future__ import nope', 'from __future__ import braces', 'from __future__ import division, nope', 'from __future__ import *', 'x = 1\nfrom __future__ import division',
    '"doc"\n"second"\nfrom __future__ import division', '"doc"\nfrom __future__ import division\nx = 1\nfrom __future__ import generator_stop', 'import a\nfrom __future__ import division',
    'def f():\n    from __future__ import division', 'class C:\n    from __future__ import division', 'if 1:\n    from __future__ import division', 'try:\n    from __future__ import division\nfinally: pass',
    'from __future__ import (division, braces)', 'from __future__ import division as d, nope as e', 'from __future__ import barry_as_FLUFL\n1 != 2', '1 <> 2', 'from __future__ import annotations',
    'from __future__ import print_function\nprint 1', '1\nfrom __future__ import division', 'pass\nfrom __future__ import division', 'b"doc"\nfrom __future__ import division', 'f"doc"\nfrom __future__ import division',
    'from . import a\nfrom __future__ import division', 'from a import b; from __future__ import division', 'from __future__ import division; x = 1; from __future__ import division', 'from __future__ import not_a_feature_with_a_name_that_goes_on_and_on_and_on_and_on_for_more_than_one_hundred_characters_so_it_is_cut',
]

STRINGS = [
    '"abc', "'abc", '"abc\n', '"""abc', "'''abc\n\n", '"""abc\ndef f():\n    pass\n', 'x = "abc\ny = 1', 'f("a, b)', '"\\x"', '"\\x1"', '"\\xg0"', '"\\u123"', '"\\U1234567"', '"\\U00110000"', '"\\N"', '"\\N{"', '"\\N{}"', '"\\N{nope nope}"',
    '"\\N{SPACE"', 'b"\\x"', 'b"\\x1"', 'b"\\xg"', 'b"é"', 'b"""\né"""', 'rb"é"', 'b"a" "b"', '"a" b"b"', 'b"a" f"b"', 'f"a" b"b"', 'ub"a"', 'bu"a"', 'ur"a"', 'fb"a"', 'bf"a"', 'fu"a"', 'rr"a"', '"a"b', '"a" 1', '1 "a"', '"abc\\',
    '"abc\\\n', '\\', '\\\n', 'x = \\', 'x = 1 \\ y', 'x = 1 \\ \ny', '\\ x', 'x = "a\\\nb', '("abc\n"def")', '"""a""" """b', "'a' 'b", 'x = """a\\', '"a\\\n\\\nb', '("\\x41" "\\x4")', '"ok" "\\u12"', 'if 1:\n    "\\x"', 'x = (1,\n     "\\x")',
    'f"\\x"', 'f"\\N{nope}"', 'f"{a}\\x1"', 'f"{a}\\u12"', 'rf"{a', 'u"\\ud8"',
]

FSTRINGS = [
    'f"{"', 'f"}"', 'f"{a"', 'f"a}"', 'f"{}"', 'f"{ }"', 'f"{\t}"', 'f"{a!}"', 'f"{a!x}"', 'f"{a!rr}"', 'f"{a!r"', 'f"{a! r}"', 'f"{a!r }"', 'f"{!r}"', 'f"{:x}"', 'f"{a:"', 'f"{a:{"', 'f"{a:{b"', 'f"{a:{b}"', 'f"{a:{b:{c}}}"', 'f"{a:{b:{c:d}}}"', 'f"{a:}}"',
    'f"{a:{}}"', 'f"{a:{ }}"', 'f"{a:{b!x}}"', 'f"{#}"', 'f"{a#b}"', "f'{a[\"#\"]}'\nreturn", 'f"{\\n}"', 'f"{a\\n}"', 'f"{\'\\n\'}"', 'f"{a:\\x}"', 'f"{(}"', 'f"{)}"', 'f"{[}"', 'f"{]}"', 'f"{a[}"', 'f"{f(}"', 'f"{(a]}"', 'f"{((a)}"', 'f"{a)}"', 'f"{{}"', 'f"{}}"', 'f"}{a}"', 'f"{a}}"', 'f"{{{a}}"',
    "f'{\"a}'", "f'{\"\"\"a}'", 'f"{\'a}"', 'f"{a b}"', 'f"{a = 1}"', 'f"{a=}"', 'f"{a==}"', 'f"{lambda x: 1}"', 'f"{lambda: 1}"', 'f"{*a}"', 'f"{**a}"', 'f"{a,}"\nreturn', 'f"{yield}"', 'f"{await a}"', 'f"{1 +}"', 'f"{+}"', 'f"{import a}"', 'f"{pass}"', 'f"{return}"', 'f"{del a}"', 'f"{a; b}"', 'f"{if a: b}"',
    'f"{a.}"', 'f"{.a}"', 'f"{1a}"', 'f"{0777}"', 'f"{$}"', 'f"{?}"', 'f"{a ? b}"', 'f"{`a`}"', 'f"{a <> b}"', 'f"{not}"', 'f"{None = 1}"', 'f"{f(a for a in b, c)}"', 'f"{f(a=1, a=2)}"', 'f"{f(a=1, b)}"', 'f"{[x for 1 in y]}"', 'f"{lambda x, x: 0}"', 'f"{(lambda x, x: 0)}"', 'f"{a!s:{b!q}}"',
    'f"{\n}"', 'f"""{\n}"""', 'f"""{\na b}"""', 'f"""\n{a b}"""', 'f"""\n\n{a!x}"""', 'f"a" f"{"', 'f"a" "b" f"{a b}"', '"a" f"}"', 'x = 1\ny = f"{a b}"', 'def f():\n    return f"{a b}"', 'def f():\n    return f"{a}{b c}{d}"', 'f(f"{a b}")', 'f"{f\'{a b}\'}"', "f'{f\"{\"}'", 'f"{f\'}\'}"', 'f"{a:{b:>{c}}}"', 'F"{"', 'fr"{a\\}"',
    'rf"{\\}"', 'f"{\'\'\'a\nb}"', 'f"{a:%s}{"' % ('x' * 60), 'f"{await}"', 'async def f():\n    f"{await}"', 'f"{(yield}"', 'f"{ a b }"', 'f"{é b}"', 'f"é{a b}"', 'f"\u20ac{"', 'f"{nonlocal}"', 'f"{x:{y z}}"', 'f"{x!r:{y z}}"', 'f"{{a}} {b c}"', 'f"{a}" f"{b}" f"{c d}"', '(f"{a}"\n f"{b c}")', 'f"{__debug__=1}"', 'f"{a:=1}"\nreturn', 'f"{(a:=1)}"',
]

TOKENS = [
    '0777', '08', '09.', '1_', '1__0', '0x', '0xg', '0b', '0b2', '0o', '0o8', '0b12', '0_7', '0x_', '0b_', '1e', '1e+', '1.e', '1_.0', '1._0', '1e_1', '1_e1', '1a', '1if', '1.5.5', '1..2', '1__', '0xfg', '123abc', '1_000_', '0xf_', '0_', '00_', '1j_', '1jj', '01', '00001', '012.', '1ee5', '0B', '0O9', '0X_g',
    '$', '?', '!', 'a ? b', 'a $ b', 'a!b', 'a ! = b', '`a`', 'a && b', 'a || b', 'a++', 'a--', '++', '--a++', 'a === b', 'a =! b', 'a <=> b', 'a -> b', 'a := b', 'a ... b', 'a .. b', '@', '@a', '@a b', '@1\ndef f(): pass', '@a()\n', '@a[0]\ndef f(): pass', '@a.b().c\ndef f(): pass', '@(a)\ndef f(): pass', '@a\nx = 1',
    '(', ')', '[', ']', '{', '}', '(]', '[)', '{)', '(a', '[a', '{a', 'a)', 'a]', 'a}', '(a]', '((a)', '(a))', '{a: b', '{a:', '{a: }', '{: b}', '{a b}', '[a b]', '(a b)', '(,)', '[,]', '{,}', '(a,,b)', '[a,,]', '{a,,b}', 'a[', 'a[]', 'a[b', 'a[b c]', 'a[:::]', 'a[b:c:d:e]', 'a[,]', 'a[b,,c]', 'a[=]', 'a.', '.a', 'a.1', 'a.b.', 'a..b', 'a."b"', 'a.None', 'a.if',
    '=', '= 1', 'x =', 'x = = 1', 'x == ', 'x +', '+', 'x *', '* x *', 'not', 'x not', 'x not y', 'x is', 'x is not', 'x in', 'x not in', 'x and', 'and x', 'x or', 'x if', 'x if y', 'x if y else', 'if x else y', 'lambda', 'lambda:', 'lambda x', 'lambda x:', 'lambda: lambda', 'lambda: (yield', 'x for x in y', '(x for)', '(x for x)', '(x for x in)', '[x for x in y if]', '[x for x in y else z]', '[for x in y]', '[x, y for x in z]', '{x: y, z: w for x in y}', '[x if y for z in w]', '[x for x in 1, 2]', '[x for x in lambda: y, z]',
    'x y', 'x 1', '1 x', 'x "y"', 'True False', 'None 1', 'def', 'def f', 'class', 'import', 'if', 'if x', 'while', 'for', 'for x', 'try', 'try:', 'with', 'with x', 'return 1 2', 'x; ; y', '; x', 'x;;', ';', ':', ',', 'x,,', ', x', '...x', 'x...', '->', 'def f() -> : pass', 'def f() - > x: pass', 'x = 5 if', '# comment\nx = = 1', 'x = 1 # c\n= 2', 'a\n\n\n  b', 'è = = 1', 'é ü', '\u20ac = 1', 'a\u20ac = 1', 'x = \u201ca\u201d', 'a\u00a0= 1', 'x\u200b = 1', '\ufeffx = = 1', '1\u0660', '\u0661a', 'a = \u00b2', '\U0001f600', 'a\u0301 b', '\u037a', 'x = "é" y', '"é" = 1', '["é", f()] = 1', 'é(a=1, b)', 'a\x0c b', 'a\x0b b', 'a\x01b', '\x1a', 'x = 1\x1a', 'a\x7f',
    'None = 1', 'None += 1', 'None, x = 1', 'True = 1', 'x.None = 1', 'for None in x: pass', '(True) = 1', 'def f(None=1): pass', 'None: int', 'del None', 'global None', 'with x as None: pass', '[None for None in x]', 'None()= 1', 'x = None = y', 'import x as True', 'class None: pass', 'lambda None: 1', 'True.x = = 1', 'nonlocal = 1', 'if = 1', 'x.if = 1', 'class = 1', 'async = = 1', 'await = = 1', 'print = = 1', 'exec = = 1',
    'a, b = = c', 'a = b c', 'a = (b c)', 'a = [b\nc]', 'a = {b: c\nd: e}', 'a = f(b\nc = 1', 'if (a:\n    b', 'x = (\n', 'x = (1,\n     2\ny = 3\n', 'def f(:\n    pass', 'class C(:\n    pass', 'foo(\n\n\n', 'x = [1,\n\n\n2 3]', 'x = """a\nb""" y', 'x = """a\nb"""\ny = = z', '"""a\nb""" = 1', 'f("""a\nb""" = 1)', '(a,\nb,\n1) = c', 'f(a,\n  b=1,\n  c)', 'f(\n  a=1,\n  a=2)', 'def f(a,\n      a):\n    pass', 'def f(a=1,\n      b): pass', '(1 +\n f()) = 2', 'x = (yield\n) = 1', 'del (a,\n f())', 'for (a,\n  1) in b: pass',
]

LAYOUT = [
    ' x', '\tx', 'x\n y', 'if x:\ny', 'if x:\n', 'if x:', 'if x:\n    a\n  b', 'if x:\n    a\n      b', 'if x:\n\ta\n        b', 'if x:\n        a\n\tb', 'if x:\n  if y:\n\tz\n    w', 'def f():\nreturn', 'class C:\nx = 1', 'for x in y:\npass', 'while x:\npass', 'try:\npass', 'try:\n    pass\nexcept:\npass', 'with x:\npass', 'if x:\n    pass\nelse:\npass', 'def f():\n    # only a comment\n', 'def f():\n    # c\nx', 'class C:\n    """doc"""\n  x = 1', 'if x:\n    pass\n   else:\n    pass', 'x = 1\n  + 2', 'if x: \n    a\n   b\n', 'def f():\n    a\n        b\n', 'def f():\n    if x:\n    y', 'def f():\n\tif x:\n        y', 'if 1:\n \ta\n\tb', 'if 1:\n\t a\n \tb', 'if x:\n    a;\n     b', 'if x: a\n    b', 'if x: if y: z', 'if x: def f(): pass', 'x; if y: z', 'if x:; y', 'def f(): class C: pass', 'for x in y: for z in w: pass', 'while x: while y: pass', 'with a: with b: pass', 'lambda: if x: y', 'x = if y: z', 'try: try: pass\nexcept: pass', '@a\n\n\n\nx', '@a\n    def f(): pass', 'async\n    def f(): pass', '    \n  x\n', '\n\n   x', '# c\n  x', '"doc"\n  x', 'def f():\n    """doc\n    """\n   x', 'if x:\n    y\n\n\n  z', 'if x:\n    (a,\nb)\n   c', 'if x:\n    """a\nb"""\n   c', 'if x:\n    a \\\n  b', 'if x:\n\x0c    a\n   b', '\x0c x', 'if x:\n    a\n\tb', 'if x:\n\ta\n    b', 'if x:\n        if y:\n\t\tz\n        w\n\tv', 'if x:\r\n  a\r\n b', 'if x:\r  a\r b', 'x\r\n y', 'def f():\r\npass\r\n',
    ''.join(' ' * i + 'if 1:\n' for i in range(100)) + ' ' * 100 + 'x\n', ''.join(' ' * i + 'if 1:\n' for i in range(101)) + ' ' * 101 + 'x = = 1\n', 
    ''.join('%sfor x in y:\n' % (' ' * i) for i in range(21)) + ' ' * 21 + 'pass', ''.join('%swhile x:\n' % (' ' * i) for i in range(21)) + ' ' * 21 + 'pass', ''.join('%swith x:\n' % (' ' * i) for i in range(21)) + ' ' * 21 + 'pass', ''.join('%stry:\n' % (' ' * i) for i in range(21)) + ' ' * 21 + 'pass\n' + ''.join('%sfinally: pass\n' % (' ' * i) for i in range(20, -1, -1)), ''.join('%stry:\n' % (' ' * i) for i in range(21)) + ' ' * 21 + 'pass\n' + ''.join('%sexcept: pass\n' % (' ' * i) for i in range(20, -1, -1)), 'def f():\n' + ''.join('%swith x as y:\n' % (' ' * i) for i in range(1, 22)) + ' ' * 22 + 'pass', 'with ' + ', '.join('a%d' % i for i in range(21)) + ': pass', 'async def f():\n async with ' + ', '.join('a%d' % i for i in range(21)) + ': pass',
    '[' + 'x ' + ''.join('for x%d in y ' % i for i in range(21)) + ']\nreturn',
]

# Left out (docs/bytecode.md): NUL bytes in files, encodings that only CPython has, more brackets than the parser takes.
ENCODINGS = [
    b'# coding: nope\nx', b'# -*- coding: no-such-codec -*-\nx = 1\n', b'#!/bin/sh\n# vim: set fileencoding=nope :\nx', b'\xef\xbb\xbf# coding: latin-1\nx', b'\xef\xbb\xbf# coding: nope\nx', b'# coding: utf-8\nx = "\xe9"\n', b'x = "\xe9"\n', b'x = 1\ny = "\xff"\n', b'# \xe9\n', b'# coding: ascii\nx = "\xe9"\n', b'# coding: ascii\n\n\nx = 1\ny = "\xe9"\n', b'# coding: utf-8\n\xc3\x28\n', b'\xed\xa0\x80\n', b'\xf5\x80\x80\x80\n', b'\xc0\x80 = 1\n', b'x = "\xe2\x82"\n', b'def f():\n    "\xe9"\n', b'x = 1 # \xff comment\n', b'# coding: latin-1\nx = "\xe9\n', b'# coding: latin-1\n\xe9 = = 1\n', b'# coding: iso-8859-15\nx\xa4 = 1\n', b'# coding: cp1252\nx = \x80\n', b'# coding: utf8\nb"\xc3\xa9"\n', b'# coding: latin-1\nb"\xe9"\n', b'\xe9\n', b'x = (\xe9\n', b'# coding: utf-8-sig\nx = = 1\n', b'# coding: koi8-r\n\xc1 \xc2\n', b'# coding=\nx = = 1', b'#coding:latin-1\r\n\xe9 \xe9\r\n', b'\n# coding: nope\nx', b'\n\n# coding: nope\nx = = 1', b'x # coding: nope\n= 1',
]

WRAPPERS = ['%s', 'x = 1\n\n%s\n', 'def f():\n    %s\n', 'class C:\n    def f(self):\n        %s\n']


def indented(program, wrapper):
    """The program inside the wrapper; its further lines get the indentation of the place."""
    place = wrapper.split('%s')[0].split('\n')[-1]
    return wrapper % program.replace('\n', '\n' + place)


def programs():
    """Every program once, in a fixed order."""
    found = {}

    def add(program):
        found.setdefault(program)

    for form in TARGET_FORMS:
        for expression in EXPRESSIONS:
            add(form % expression)
    for group in (ARGUMENTS, PARAMETERS, SCOPES, FLOW, STARS, FUTURE, STRINGS, FSTRINGS, TOKENS, LAYOUT, ENCODINGS):
        for program in group:
            add(program)
    for number, program in enumerate(ARGUMENTS + PARAMETERS + SCOPES + FLOW + STARS + FSTRINGS):
        if len(program) < 200:
            add(indented(program, WRAPPERS[1 + number % 3]))
    return list(found)
