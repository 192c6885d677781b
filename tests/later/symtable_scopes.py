# Scopes of type parameters, their bounds and type aliases have types of their own in _symtable.
import _symtable

NAMES = {getattr(_symtable, name): name[5:].lower() for name in dir(_symtable) if name.startswith('TYPE_')}


def show(entry, depth=0):
    print('  ' * depth + entry.name, NAMES[entry.type])
    for child in entry.children:
        show(child, depth + 1)


show(_symtable.symtable('''
def f[T: int, *Ts](x: T): return lambda: x
type Alias[U] = list[U]
class C[V: (int, str)]:
    def method(self): pass
''', 'text', 'exec'))  # expect: top module
# expect:   f type_parameters
# expect:     T type_variable
# expect:     f function
# expect:       lambda function
# expect:   Alias type_parameters
# expect:     Alias type_alias
# expect:   C type_parameters
# expect:     V type_variable
# expect:     C class
# expect:       method function
