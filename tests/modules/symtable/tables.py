import _symtable


def show(entry, indent=''):
    print(indent + entry.name, entry.type, entry.lineno, entry.nested, sorted(entry.symbols.items()), entry.varnames)
    for child in entry.children:
        show(child, indent + '  ')


show(_symtable.symtable('''
import os
def f(a, *b, c: int = 3, **d):
    global g
    x = a
    class C:
        y = x
        def m(self):
            return __class__
    return lambda: x + g
[i for i in z]
''', 'file', 'exec'))
for arguments in [('a', 'b', 'foo'), ('a(', 'b', 'exec'), ('def f(a, a): pass', 'b', 'exec'), (3, 'b', 'exec')]:
    try:
        print(_symtable.symtable(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
