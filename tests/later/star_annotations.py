# `*args: *Ts` (PEP 646, 3.11): the annotation is the one item that unpacking gives.
# Expectations from CPython 3.13.

Ts = ('T',)


def f(a: 1, *args: *Ts, b: int = 1, **k: str) -> 3: pass
print(f.__annotations__)  # expect: {'a': 1, 'args': 'T', 'b': <class 'int'>, 'k': <class 'str'>, 'return': 3}


async def g(*args: *(*Ts,)): pass
print(g.__annotations__)  # expect: {'args': 'T'}


class C:
    def m(self, *args: *[0],): pass
print(C.m.__annotations__)  # expect: {'args': 0}


def h[*Us](*args: *Us): pass
print(h.__annotations__)  # expect: {'args': typing.Unpack[Us]}


def outcome(source):
    names = {'Ts': Ts}
    try:
        exec(source, names)
    except SyntaxError as e:
        return 'SyntaxError: ' + e.msg
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)
    return names['f'].__annotations__

print(outcome('from __future__ import annotations\ndef f(*args: *Ts): pass'))  # expect: {'args': '*Ts'}
print(outcome('def f(*args: *(1, 2)): pass'))  # expect: ValueError: too many values to unpack (expected 1)
print(outcome('def f(*args: *()): pass'))  # expect: ValueError: not enough values to unpack (expected 1, got 0)
for refused in ('**args: *Ts', 'a: *Ts', '*, a: *Ts', '*args: *Ts = 1', '*args: **Ts', '*args: *Ts, *b', '*args: *not 1'):
    print(outcome('def f(%s): pass' % refused))
# expect: SyntaxError: invalid syntax
# expect: SyntaxError: invalid syntax
# expect: SyntaxError: invalid syntax
# expect: SyntaxError: invalid syntax
# expect: SyntaxError: invalid syntax
# expect: SyntaxError: invalid syntax
# expect: SyntaxError: invalid syntax
print(outcome('f = lambda *args: *Ts: 1'))  # expect: SyntaxError: invalid syntax

import ast
arguments = ast.parse('def f(*args: *Ts): pass').body[0].args
print(ast.dump(arguments.vararg.annotation))  # expect: Starred(value=Name(id='Ts', ctx=Load()), ctx=Load())
