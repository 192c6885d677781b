def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def loop(x):
    for i in x:
        pass
print(attempt(lambda: loop(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: loop(None)))  # expect: TypeError: 'NoneType' object is not iterable
class Bad:
    def __iter__(self):
        raise ValueError('iter')
class Bad2:
    def __iter__(self):
        return self
    def __next__(self):
        raise KeyError('next')
print(attempt(lambda: loop(Bad())))  # expect: ValueError: iter
print(attempt(lambda: loop(Bad2())))  # expect: KeyError: 'next'
for text in ['break', 'continue', 'def f():\n break', 'class A:\n continue', 'if 1:\n break', 'for x in y:\n def f():\n  continue', 'while 1:\n try:\n  pass\n finally:\n  continue', 'return', 'yield', 'class A:\n return 1', 'await x', 'def f():\n await x', 'def f():\n async with a: pass', 'nonlocal x', 'def f():\n nonlocal x', 'def f(x):\n global x', 'def f():\n x = 1\n global x', 'def f(a, a): pass', 'lambda a, a: 1', 'from x import *\nfrom __future__ import division', 'from __future__ import nope', 'def f():\n from x import *', 'def f(a=1, b): pass', 'def f(*): pass', 'def f(*, **k): pass', 'def f(**k, a): pass', 'try: pass\n', 'else: pass', 'x = (', 'x = )', 'if 1:\npass', '  x', 'if 1:\n  a\n b', 'if 1:\n\ta\n        b', 'a b', 'def', 'class', '@', 'import', 'from . import', 'a = = b', 'x +', '(1, 2', '[1)', 'assert', 'raise a, b', 'try:\n a\nexcept:\n b\nexcept A:\n c', 'async def f():\n yield from x', 'async def f():\n yield 1\n return 2', '$', '?', 'a\\ b', '0777', 'f(*)', 'def f(a:): pass', 'x: int: int', 'with: pass', 'lambda: (yield)', '[(yield) for x in y]', 'é = 1', '€ = 1', 'a.1', 'not', 'x = not', '*', 'print(', "f'", '!', 'global', 'class A(x for x in y): pass', 'def f((a, b)): pass', 'while 1', 'for x in', 'exec', '`a`', 'a <> b', 'raise', 'pass;', ';', 'if x = 1: pass']:
    try:
        compile(text, 'f', 'exec')
        print(ascii(text), '| accepted')
    except SyntaxError as error:
        print(ascii(text), '|', type(error).__name__, error.msg, error.lineno)
# expect: 'break' | SyntaxError 'break' outside loop 1
# expect: 'continue' | SyntaxError 'continue' not properly in loop 1
# expect: 'def f():\n break' | SyntaxError 'break' outside loop 2
# expect: 'class A:\n continue' | SyntaxError 'continue' not properly in loop 2
# expect: 'if 1:\n break' | SyntaxError 'break' outside loop 2
# expect: 'for x in y:\n def f():\n  continue' | SyntaxError 'continue' not properly in loop 3
# expect: 'while 1:\n try:\n  pass\n finally:\n  continue' | SyntaxError 'continue' not supported inside 'finally' clause 5
# expect: 'return' | SyntaxError 'return' outside function 1
# expect: 'yield' | SyntaxError 'yield' outside function 1
# expect: 'class A:\n return 1' | SyntaxError 'return' outside function 2
# expect: 'await x' | SyntaxError invalid syntax 1
# expect: 'def f():\n await x' | SyntaxError invalid syntax 2
# expect: 'def f():\n async with a: pass' | SyntaxError invalid syntax 2
# expect: 'nonlocal x' | SyntaxError nonlocal declaration not allowed at module level 1
# expect: 'def f():\n nonlocal x' | SyntaxError no binding for nonlocal 'x' found 2
# expect: 'def f(x):\n global x' | SyntaxError name 'x' is parameter and global 2
# expect: 'def f():\n x = 1\n global x' | SyntaxError name 'x' is assigned to before global declaration 3
# expect: 'def f(a, a): pass' | SyntaxError duplicate argument 'a' in function definition 1
# expect: 'lambda a, a: 1' | SyntaxError duplicate argument 'a' in function definition 1
# expect: 'from x import *\nfrom __future__ import division' | SyntaxError from __future__ imports must occur at the beginning of the file 2
# expect: 'from __future__ import nope' | SyntaxError future feature nope is not defined 1
# expect: 'def f():\n from x import *' | SyntaxError import * only allowed at module level 1
# expect: 'def f(a=1, b): pass' | SyntaxError non-default argument follows default argument 1
# expect: 'def f(*): pass' | SyntaxError named arguments must follow bare * 1
# expect: 'def f(*, **k): pass' | SyntaxError named arguments must follow bare * 1
# expect: 'def f(**k, a): pass' | SyntaxError invalid syntax 1
# expect: 'try: pass\n' | SyntaxError unexpected EOF while parsing 1
# expect: 'else: pass' | SyntaxError invalid syntax 1
# expect: 'x = (' | SyntaxError unexpected EOF while parsing 1
# expect: 'x = )' | SyntaxError invalid syntax 1
# expect: 'if 1:\npass' | IndentationError expected an indented block 2
# expect: '  x' | IndentationError unexpected indent 1
# expect: 'if 1:\n  a\n b' | IndentationError unindent does not match any outer indentation level 3
# expect: 'if 1:\n\ta\n        b' | TabError inconsistent use of tabs and spaces in indentation 3
# expect: 'a b' | SyntaxError invalid syntax 1
# expect: 'def' | SyntaxError invalid syntax 1
# expect: 'class' | SyntaxError invalid syntax 1
# expect: '@' | SyntaxError invalid syntax 1
# expect: 'import' | SyntaxError invalid syntax 1
# expect: 'from . import' | SyntaxError invalid syntax 1
# expect: 'a = = b' | SyntaxError invalid syntax 1
# expect: 'x +' | SyntaxError invalid syntax 1
# expect: '(1, 2' | SyntaxError unexpected EOF while parsing 1
# expect: '[1)' | SyntaxError invalid syntax 1
# expect: 'assert' | SyntaxError invalid syntax 1
# expect: 'raise a, b' | SyntaxError invalid syntax 1
# expect: 'try:\n a\nexcept:\n b\nexcept A:\n c' | SyntaxError default 'except:' must be last 2
# expect: 'async def f():\n yield from x' | SyntaxError 'yield from' inside async function 2
# expect: 'async def f():\n yield 1\n return 2' | SyntaxError 'return' with value in async generator 3
# expect: '$' | SyntaxError invalid syntax 1
# expect: '?' | SyntaxError invalid syntax 1
# expect: 'a\\ b' | SyntaxError unexpected character after line continuation character 1
# expect: '0777' | SyntaxError invalid token 1
# expect: 'f(*)' | SyntaxError invalid syntax 1
# expect: 'def f(a:): pass' | SyntaxError invalid syntax 1
# expect: 'x: int: int' | SyntaxError invalid syntax 1
# expect: 'with: pass' | SyntaxError invalid syntax 1
# expect: 'lambda: (yield)' | accepted
# expect: '[(yield) for x in y]' | accepted
# expect: '\xe9 = 1' | accepted
# expect: '\u20ac = 1' | SyntaxError invalid character in identifier 1
# expect: 'a.1' | SyntaxError invalid syntax 1
# expect: 'not' | SyntaxError invalid syntax 1
# expect: 'x = not' | SyntaxError invalid syntax 1
# expect: '*' | SyntaxError invalid syntax 1
# expect: 'print(' | SyntaxError unexpected EOF while parsing 1
# expect: "f'" | SyntaxError EOL while scanning string literal 1
# expect: '!' | SyntaxError invalid syntax 1
# expect: 'global' | SyntaxError invalid syntax 1
# expect: 'class A(x for x in y): pass' | accepted
# expect: 'def f((a, b)): pass' | SyntaxError invalid syntax 1
# expect: 'while 1' | SyntaxError invalid syntax 1
# expect: 'for x in' | SyntaxError invalid syntax 1
# expect: 'exec' | accepted
# expect: '`a`' | SyntaxError invalid syntax 1
# expect: 'a <> b' | SyntaxError invalid syntax 1
# expect: 'raise' | accepted
# expect: 'pass;' | accepted
# expect: ';' | SyntaxError invalid syntax 1
# expect: 'if x = 1: pass' | SyntaxError invalid syntax 1
