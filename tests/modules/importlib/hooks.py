# Finders and loaders made by the program: sys.meta_path, sys.path_hooks, sys.path_importer_cache, the old protocol.
import importlib, importlib.abc, importlib.machinery, importlib.util, sys
from _files import attempt

log = []


class Loader:
    def __init__(self, source): self.source = source
    def create_module(self, spec): log.append('create ' + spec.name)
    def exec_module(self, module):
        log.append('exec ' + module.__name__)
        exec(self.source, module.__dict__)


class Finder:
    def __init__(self, sources): self.sources = sources
    def find_spec(self, name, path, target=None):
        log.append('find %s %s %s' % (name, path, target and target.__name__))
        if name not in self.sources:
            return None
        return importlib.machinery.ModuleSpec(name, Loader(self.sources[name]), is_package=name.endswith('pack'))


def load(name):
    try:
        module = importlib.import_module(name)
        print(name, getattr(module, 'v', None), log)
        return module
    except Exception as error:
        print('%s: %s' % (type(error).__name__, error), log)
    finally:
        log.clear()


finder = Finder({'virtual': 'v = 1', 'vpack': 'v = 2', 'vpack.sub': 'v = 3', 'failing': 'raise ValueError("x")', 'vpack.bad': '1/0'})
sys.meta_path.insert(0, finder)
module = load('virtual')  # expect: virtual 1 ['find virtual None None', 'create virtual', 'exec virtual']
print(module.__spec__.name, module.__loader__ is module.__spec__.loader, hasattr(module, '__file__'), repr(module)[:36])  # expect: virtual True False <module 'virtual' (<__main__.Loader 
load('vpack.sub')  # expect: vpack.sub 3 ['find vpack None None', 'create vpack', 'exec vpack', 'find vpack.sub [] None', 'create vpack.sub', 'exec vpack.sub']
load('vpack.none')  # expect: ModuleNotFoundError: No module named 'vpack.none' ['find vpack.none [] None']
load('vpack.bad')  # expect: ZeroDivisionError: division by zero ['find vpack.bad [] None', 'create vpack.bad', 'exec vpack.bad']
print('vpack.bad' in sys.modules, hasattr(sys.modules['vpack'], 'bad'))  # expect: False False
load('failing')  # expect: ValueError: x ['find failing None None', 'create failing', 'exec failing']
print('failing' in sys.modules)  # expect: False
importlib.reload(module)
print(log)  # expect: ['find virtual None virtual', 'exec virtual']
log.clear()


def with_loader(name, loader):
    class One:
        @staticmethod
        def find_spec(fullname, path, target=None):
            if fullname == name:
                return importlib.machinery.ModuleSpec(name, loader)
    sys.meta_path.insert(0, One)
    try:
        module = load(name)
        return module
    finally:
        sys.meta_path.remove(One)
        sys.modules.pop(name, None)


class Creates(Loader):
    def create_module(self, spec):
        made = type(sys)('another name')
        made.mark = 'made'
        return made


class CreatesOther(Loader):
    def create_module(self, spec): return spec
    def exec_module(self, module): module.v = 'spec itself'


class OnlyExec:
    def exec_module(self, module): module.v = 'only exec'


class Old:
    def load_module(self, name):
        module = sys.modules.setdefault(name, type(sys)(name))
        module.v = 'old'
        return module


class OldWithout:
    def load_module(self, name): return 5


class NoExec:
    def create_module(self, spec): return None


made = with_loader('creates', Creates('v = 5'))  # expect: creates 5 ['exec another name']
print(made.__name__, made.mark, made.__spec__.name)  # expect: another name made creates
with_loader('other', CreatesOther(''))  # expect: other spec itself []
with_loader('only_exec', OnlyExec())  # expect: ImportError: loaders that define exec_module() must also define create_module() []
old = with_loader('old', Old())  # expect: old old []
print(old.__package__, old.__loader__.__class__.__name__, old.__spec__.name)  # expect:  Old old
with_loader('old_without', OldWithout())  # expect: KeyError: 'old_without' []
with_loader('no_exec', NoExec())  # expect: AttributeError: 'NoExec' object has no attribute 'load_module' []
with_loader('no_loader', None)  # expect: ImportError: missing loader []
with_loader('number', 5)  # expect: AttributeError: 'int' object has no attribute 'load_module' []


class OldFinder:
    def find_module(self, name, path=None):
        log.append('find_module %s' % name)
        return Old() if name == 'from_old' else None


sys.meta_path.insert(0, OldFinder())
load('from_old')  # expect: from_old old ['find_module from_old']
load('nowhere_at_all')  # expect: ModuleNotFoundError: No module named 'nowhere_at_all' ['find_module nowhere_at_all', 'find nowhere_at_all None None']
sys.meta_path.pop(0)


class Raises:
    def find_spec(self, name, path, target=None): raise RuntimeError('finder of ' + name)


class Nothing:
    pass


sys.meta_path.insert(0, Raises())
load('anything')  # expect: RuntimeError: finder of anything []
sys.meta_path[0] = Nothing()
load('anything')  # expect: AttributeError: 'Nothing' object has no attribute 'find_module' []
sys.meta_path.pop(0)


# Entries of sys.path are for the hooks.
class EntryFinder:
    def __init__(self, entry):
        log.append('hook ' + entry)
        if not entry.startswith('virtual:'):
            raise ImportError('not mine')
        self.entry = entry
    def find_spec(self, name, target=None):
        log.append('entry %s %s' % (self.entry, name))
        if name == 'entry_module':
            return importlib.util.spec_from_loader(name, Loader('v = "entry"'), origin='there')
        if name == 'entry_space':
            spec = importlib.machinery.ModuleSpec(name, None)
            spec.submodule_search_locations = [self.entry + '/space']
            return spec
    def invalidate_caches(self): log.append('invalidate ' + self.entry)


sys.meta_path.remove(finder)
sys.path_hooks.insert(0, EntryFinder)
saved = sys.path[:]
sys.path[:] = ['virtual:one', 'virtual:two', '/no/such/folder']
module = load('entry_module')  # expect: entry_module entry ['hook virtual:one', 'entry virtual:one entry_module', 'create entry_module', 'exec entry_module']
print(module.__spec__.origin, hasattr(module, '__file__'), repr(module)[:30])  # expect: there False <module 'entry_module' (there)
print(sorted(k for k in sys.path_importer_cache if k.startswith(('virtual', '/no'))))  # expect: ['virtual:one']
load('nothing_there')  # expect: ModuleNotFoundError: No module named 'nothing_there' ['entry virtual:one nothing_there', 'hook virtual:two', 'entry virtual:two nothing_there', 'hook /no/such/folder']
space = load('entry_space')  # expect: entry_space None ['entry virtual:one entry_space', 'entry virtual:two entry_space']
print(list(space.__path__))  # expect: ['virtual:one/space', 'virtual:two/space']
load('entry_space.inner')  # expect: ModuleNotFoundError: No module named 'entry_space.inner' ['hook virtual:one/space', 'entry virtual:one/space entry_space.inner', 'hook virtual:two/space', 'entry virtual:two/space entry_space.inner']
importlib.invalidate_caches()
print(log)  # expect: ['invalidate virtual:one', 'invalidate virtual:two', 'invalidate virtual:one/space', 'invalidate virtual:two/space']
log.clear()
sys.path_importer_cache['virtual:two'] = None
load('other_nothing')  # expect: ModuleNotFoundError: No module named 'other_nothing' ['entry virtual:one other_nothing']
sys.path_importer_cache.clear()
sys.path_hooks[:] = []
load('no_hooks')  # expect: ModuleNotFoundError: No module named 'no_hooks' []
sys.path[:] = saved
sys.meta_path.insert(0, finder)


def spec_name(*names):
    spec = importlib.util.find_spec(*names)
    return spec and (spec.name, type(spec.loader).__name__, spec.submodule_search_locations)


attempt(spec_name, 'vpack.sub.x')  # expect: AttributeError: module 'vpack.sub' has no attribute '__path__'
attempt(spec_name, 'vpack')  # expect: ('vpack', 'Loader', [])
attempt(spec_name, 'none_such')  # expect: None
attempt(spec_name, '.sub', 'vpack')  # expect: ('vpack.sub', 'Loader', None)
del sys.modules['vpack'].__spec__
attempt(spec_name, 'vpack')  # expect: ValueError: vpack.__spec__ is not set
sys.modules['vpack'].__spec__ = None
attempt(spec_name, 'vpack')  # expect: ValueError: vpack.__spec__ is None
sys.modules['broken_entry'] = None
attempt(importlib.util.find_spec, 'broken_entry')  # expect: None
attempt(importlib.import_module, 'broken_entry')  # expect: ModuleNotFoundError: import of broken_entry halted; None in sys.modules


# __import__ of builtins answers import statements.
import builtins
real = builtins.__import__
builtins.__import__ = lambda name, *rest: (name, [None if r is None else type(r).__name__ if not isinstance(r, int) else r for r in rest])
try:
    import some.thing
    from other import part_of
except ImportError as error:
    print(error)  # expect: cannot import name 'part_of'
finally:
    builtins.__import__ = real
print(some)  # expect: ('some.thing', ['dict', 'dict', None, 0])
space = {'__builtins__': {'__import__': lambda *a: a[0].upper()}}
exec('import q.r\nfrom q.r import upper as z', space)
print(space['q'], space['z']())  # expect: Q.R Q.R
try:
    exec('import q', {'__builtins__': {}})
except ImportError as error:
    print(error)  # expect: __import__ not found
