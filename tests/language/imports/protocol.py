# Namespace packages, overriding __import__, finders and caches of paths, sys.modules played with.
import importlib
import importlib.machinery
import os
import sys
import types

here = '/tmp/_import_test_%d' % os.getpid()
os.mkdir(here)
sys.dont_write_bytecode = True


def folder(name):
    os.makedirs(here + '/' + name, exist_ok=True)
    return here + '/' + name


def write(name, text=''):
    if '/' in name:
        folder(name.rpartition('/')[0])
    with open(here + '/' + name, 'w') as file:
        file.write(text)


def attempt(call, *args):
    try:
        result = call(*args)
    except Exception as error:
        result = type(error).__name__ + ': ' + str(error)
        if isinstance(error, ImportError):
            result += ' [%r %r]' % (error.name, error.path)
    return str(result).replace(here, 'HERE').split(' at 0x')[0]


def remove(path):
    for name in os.listdir(path):
        name = path + '/' + name
        remove(name) if os.path.isdir(name) else os.remove(name)
    os.rmdir(path)


def statement(text, **names):
    exec(text, names)
    return names.get('result')


# --- namespace packages
write('one/space/a.py', 'x = "a"')
write('two/space/b.py', 'x = "b"')
write('two/space/inner/c.py', 'from ..b import x as y')
sys.path[:0] = [here + '/one', here + '/two']
import space
print(attempt(repr, space), attempt(repr, space.__path__), len(space.__path__), list(space.__path__) == [here + '/one/space', here + '/two/space'])
print(space.__spec__.loader, space.__spec__.origin, type(space.__loader__).__name__, hasattr(space, '__file__'), space.__package__)
import space.a, space.b, space.inner.c
print(space.a.x, space.b.x, space.inner.c.y, attempt(repr, space.inner.__path__))
write('three/space/d.py', 'x = "d"')
print(attempt(__import__, 'space.d'))
sys.path.append(here + '/three')
import space.d
print(space.d.x, len(space.__path__), attempt(lambda: space.__path__[-1]), here + '/one/space' in space.__path__)
space.__path__.append('/more')
print(attempt(lambda: list(space.__path__)[-1]))
print(space.__loader__.is_package('space'), repr(space.__loader__.get_source('space')), space.__loader__.get_code('space').co_name)
write('one/regular/__init__.py', 'kind = "regular"')
folder('two/regular')
folder('one/later')
write('two/later.py', 'kind = "module"')
import regular, later
print(regular.kind, later.kind)

# --- __path__ of packages
write('one/pk/__init__.py', 'import sys\n__path__.append(__path__[0].replace("pk", "elsewhere"))')
write('one/elsewhere/far.py', 'f = __name__')
import pk.far
print(pk.far.f, attempt(lambda: pk.far.__file__))
pk.__path__ = []
print(attempt(__import__, 'pk.near'))
del pk.__path__
print(attempt(__import__, 'pk.near'))
pk.__path__ = None

# --- __import__
import builtins
original = builtins.__import__
calls = []


def tracing(name, globals=None, locals=None, fromlist=(), level=0):
    calls.append((name, fromlist, level, type(globals).__name__))
    return original(name, globals, locals, fromlist, level)


builtins.__import__ = tracing
import os.path as p1
from os import path, sep
import sys
statement('from .path import join as result', __name__='os', __package__='os')
builtins.__import__ = original
print(calls)
print(statement('import whatever; result = whatever', __builtins__={'__import__': lambda *args: 7}))
print(attempt(lambda: exec('import sys', {'__builtins__': {}})))
print(attempt(__import__, ''), attempt(__import__, 5), attempt(__import__, 'sys', {}, {}, [], -1))
print(attempt(__import__, 'x', {}, {}, [], 1), attempt(__import__, 'x', None, None, [], 1))
print(attempt(lambda: __import__('x', level=1)))
print(attempt(__import__, 'x', {'__package__': 5}, {}, [], 1))
print(attempt(__import__, 'x', {'__package__': ''}, {}, [], 1))
print(attempt(__import__, 'x', {'__package__': 'os'}, {}, [], 2))
print(attempt(__import__, 'x', {'__package__': 'nope'}, {}, [], 1))
print(attempt(__import__, 'os.path').startswith("<module 'os'"), __import__('os.path', fromlist=['join']) is os.path)
print(attempt(__import__, 'os.nope'), attempt(__import__, 'nope.os'), attempt(__import__, 'sys.x'))
print(attempt(__import__, 'regular', None, None, ['nope']).startswith('<module'), attempt(__import__, 'regular', None, None, [5]))
regular.__all__ = ['also', 3]
print(attempt(__import__, 'regular', None, None, ['*']))
write('one/regular/also.py', 'print("also imported")')
regular.__all__ = ['also']
importlib.invalidate_caches()
__import__('regular', None, None, ['*'])
print(regular.also.__name__)
write('one/regular/fails.py', 'import really_not_there')
print(attempt(statement, 'from regular import fails'), 'regular.fails' in sys.modules)
print(attempt(statement, 'from regular import nothing'))
print(attempt(statement, 'from sys import nothing'))
print(attempt(statement, 'import regular.nothing'))

# --- sys.modules
write('one/replaces.py', 'import sys\nsys.modules[__name__] = "replaced"')
print(attempt(__import__, 'replaces'))
write('one/vanishes.py', 'import sys\ndel sys.modules[__name__]')
print(attempt(__import__, 'vanishes'))
sys.modules['blocked'] = None
print(attempt(__import__, 'blocked'), attempt(importlib.import_module, 'blocked'))
sys.modules['regular.blocked'] = None
print(attempt(statement, 'from regular import blocked'))
write('one/circle1.py', 'import circle2\nvalue = 1\nother = circle2.value')
write('one/circle2.py', 'import circle1\nvalue = 2\nknown = hasattr(circle1, "value")')
import circle1
print(circle1.other, circle1.circle2.known)
write('one/circle3.py', 'from circle4 import value\nvalue2 = 1')
write('one/circle4.py', 'from circle3 import value2\nvalue = 2')
print(attempt(__import__, 'circle3'), 'circle3' in sys.modules, 'circle4' in sys.modules)
write('one/cpk/__init__.py', 'from . import m1')
write('one/cpk/m1.py', 'from . import m2\nimport cpk.m2\nz = m2.z')
write('one/cpk/m2.py', 'import cpk.m1\nz = 5')
import cpk
print(cpk.m1.z)

# --- path hooks and caches
finders = [value for key, value in sys.path_importer_cache.items() if key == here + '/one']
print(len(finders), attempt(repr, finders[0]), type(finders[0]).__name__)


class Finder:
    def __init__(self, path):
        if not path.startswith('magic:'):
            raise ImportError('not mine')
        self.path = path

    def find_spec(self, name, target=None):
        print('asked for', name, target)
        if name.startswith('wand'):
            return importlib.machinery.ModuleSpec(name, self, origin=self.path)

    def create_module(self, spec):
        return types.ModuleType(spec.name, 'made') if spec.name == 'wand1' else None

    def exec_module(self, module):
        module.spell = 'abra'

    def invalidate_caches(self):
        print('invalidated')


sys.path_hooks.append(Finder)
sys.path.append('magic:hat')
import wand1
print(wand1.spell, wand1.__doc__, wand1, wand1.__package__ == '', wand1.__spec__.origin, type(sys.path_importer_cache['magic:hat']).__name__)
importlib.invalidate_caches()
import wand2
importlib.reload(wand2)
print(attempt(__import__, 'nonsense_name'))
sys.path_importer_cache['magic:hat'] = None
print(attempt(__import__, 'wand3'))
sys.path_importer_cache.clear()
print(attempt(__import__, 'wand3').startswith('<module'))


class Old:
    def find_loader(self, name):
        if name == 'oldies':
            return self, []
        return None, [here + '/two/space'] if name == 'part' else []

    def load_module(self, name):
        module = sys.modules.setdefault(name, types.ModuleType(name))
        module.song = 'la'
        return module


sys.path_importer_cache['magic:hat'] = Old()
import oldies, part
print(oldies.song, oldies.__loader__.__class__.__name__, oldies.__package__ == '', attempt(repr, part.__path__))
import part.b
print(part.b.x)
sys.path.remove('magic:hat')
sys.path_hooks.remove(Finder)
sys.path.append(5)
sys.path.append(b'/bytes')
print(attempt(__import__, 'nonsense_name'))
del sys.path[-2:]


class Loader:
    def exec_module(self, module):
        raise RuntimeError('no')


class Meta:
    spec = None

    @classmethod
    def find_spec(cls, name, path, target=None):
        if name.startswith('meta'):
            return cls.spec(name) if callable(cls.spec) else cls.spec


sys.meta_path.append(Meta)
print(attempt(__import__, 'meta1'))
Meta.spec = lambda name: importlib.machinery.ModuleSpec(name, Loader())
print(attempt(__import__, 'meta2'), 'meta2' in sys.modules)
Loader.create_module = lambda self, spec: None
print(attempt(__import__, 'meta3'), 'meta3' in sys.modules)
Meta.spec = lambda name: importlib.machinery.ModuleSpec(name, None)
print(attempt(__import__, 'meta4'))
Meta.spec = 'not a spec'
print(attempt(__import__, 'meta5').split(':')[0])
Meta.spec = lambda name: 1 / 0
print(attempt(__import__, 'meta6'))
sys.meta_path.remove(Meta)
saved = sys.meta_path[:]
sys.meta_path[:] = []
print(attempt(__import__, 'nothing_finds_this'))
sys.meta_path[:] = saved
sys.path_hooks, hooks = [], sys.path_hooks
sys.path_importer_cache.clear()
print(attempt(__import__, 'circle5'))
sys.path_hooks = hooks
remove(here)
