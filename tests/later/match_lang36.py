# options: -X lang=3.6
# With lang=3.6 there is no match statement: the SyntaxErrors are those of CPython 3.6.


def show(source):
    try:
        compile(source, '<text>', 'exec')
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
    else:
        print('compiles')


show('match x:\n    case 1: pass\n')  # expect: invalid syntax 1 7
show('match (x):\n    case 1: pass\n')  # expect: invalid syntax 1 11
show('match [x]:\n    case 1: pass\n')  # expect: invalid syntax 1 11
show('match -x:\n    case 1: pass\n')  # expect: invalid syntax 1 10
show('match x, y:\n    case 1, 2: pass\n')  # expect: invalid syntax 1 7
show('match *x, y:\n    case 1, 2: pass\n')  # expect: invalid syntax 1 13
show('match {}:\n    case _: pass\n')  # expect: invalid syntax 1 7
show('match not x:\n    case _: pass\n')  # expect: invalid syntax 1 11
show('match: int\ncase: str = match\n')  # expect: compiles
show('match = case = 1\nmatch (1)\ncase [2]\n')  # expect: compiles
