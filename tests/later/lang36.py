# options: -X lang=3.6
# With lang=3.6 later syntax is the SyntaxError of CPython 3.6: its message and its place.


def show(source, mode='exec'):
    try:
        compile(source, '<text>', mode)
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
    else:
        print('compiles')


show('(x := 1)\n')  # expect: invalid syntax 1 4
show('if (n := 10) > 5: pass\n')  # expect: invalid syntax 1 7
show('f(x := 1)\n')  # expect: invalid syntax 1 5
show('[y := 1, y]\n')  # expect: invalid syntax 1 4
show('x[a:=b]\n')  # expect: invalid syntax 1 5
show('def f(a, /, b): pass\n')  # expect: invalid syntax 1 10
show('def f(a, b=1, /): pass\n')  # expect: invalid syntax 1 15
show('lambda a, /: a\n')  # expect: invalid syntax 1 11
show('def f(a, /, *, b): pass\n')  # expect: invalid syntax 1 10
show('f"{x=}"\n')  # expect: invalid syntax 1 3
show('f"{x = }"\n')  # expect: invalid syntax 1 4
show("f'{'a'}'\n")  # expect: invalid syntax 1 5
show("f'{f'{x}'}'\n")  # expect: invalid syntax 1 6
show("f'{\"\\n\".join(x)}'\n")  # expect: f-string expression part cannot include a backslash 1 0
show("f'{x # comment\n}'\n")  # expect: EOL while scanning string literal 1 15
show("f'''{x # comment\n}'''\n")  # expect: f-string expression part cannot include '#' 2 -1
show("f'{1:{2:{3}}}'\n")  # expect: f-string: expressions nested too deeply 1 0
show("f'{x !r}'\n")  # expect: compiles
show('def f(): return 1, *a\n')  # expect: invalid syntax 1 20
show('def f(): return *a,\n')  # expect: invalid syntax 1 17
show('def f(): yield 1, *a\n')  # expect: invalid syntax 1 19
show('def f(): yield *a, 1\n')  # expect: invalid syntax 1 16
show('for x in *a, b: pass\n')  # expect: invalid syntax 1 10
show('x[*a]\n')  # expect: invalid syntax 1 3
show('x[1, *a]\n')  # expect: invalid syntax 1 6
show('x[1:2, *a]\n')  # expect: invalid syntax 1 8
show('@x[0]\ndef f(): pass\n')  # expect: invalid syntax 1 3
show('@(x)\ndef f(): pass\n')  # expect: invalid syntax 1 2
show('@x().y\ndef f(): pass\n')  # expect: invalid syntax 1 5
show('@lambda f: f\ndef f(): pass\n')  # expect: invalid syntax 1 7
show('with (a as b): pass\n')  # expect: invalid syntax 1 10
show('with (a as b, c as d): pass\n')  # expect: invalid syntax 1 10
show('with (a, b): pass\n')  # expect: compiles
show('try:\n    pass\nexcept* A:\n    pass\n')  # expect: invalid syntax 3 7
show('try:\n    pass\nexcept *A as b:\n    pass\n')  # expect: invalid syntax 3 8
show('try:\n    pass\nexcept*:\n    pass\n')  # expect: invalid syntax 3 7
show('from __future__ import annotations\n')  # expect: future feature annotations is not defined 1 0
show('from __future__ import generator_stop\n')  # expect: compiles
print(eval('f"{1!r:>{5}}"'), f'{3}' 'x')  # expect:     1 3x

try:
    {} | {}
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for |: 'dict' and 'dict'
try:
    d = {}
    d |= {}
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for |=: 'dict' and 'dict'


# What 3.6 does when an exception is thrown into a generator that waits in a handler: it forgets what was handled.
import sys


def generator():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            yield sys.exc_info()[0]
        except KeyError:
            pass
        yield sys.exc_info()[0]


g = generator()
print(next(g))  # expect: <class 'ZeroDivisionError'>
print(g.throw(KeyError))  # expect: None

try:
    format(-0.0, 'z')
except ValueError as error:
    print(error)  # expect: Unknown format code 'z' for object of type 'float'
