"""The import system's inner half as Python sees it: specs made into modules, and names resolved.

The import statement needs none of this: finding and loading is done in C++ (_import_types has the types). Here are the
functions that importlib, loaders and finders of programs call.
"""

import sys
import _imp
import _thread
import _warnings
import _weakref
from _import_types import ModuleSpec, BuiltinImporter, FrozenImporter
from _import_types import find_spec as _find_spec
from _import_types import import_name as _import_name, import_absolute as _import_absolute

_bootstrap_external = None

_ERR_MSG_PREFIX = 'No module named '
_ERR_MSG = _ERR_MSG_PREFIX + '{!r}'

ModuleType = type(sys)


def _verbose_message(message, *args, verbosity=1):
    if sys.flags.verbose >= verbosity:
        if not message.startswith(('#', 'import ')):
            message = '# ' + message
        print(message.format(*args), file=sys.stderr)


def _new_module(name):
    return ModuleType(name)


def _wrap(new, old):
    for name in ('__module__', '__name__', '__qualname__', '__doc__'):
        if hasattr(old, name):
            setattr(new, name, getattr(old, name))
    new.__dict__.update(old.__dict__)


def _call_with_frames_removed(f, *args, **kwds):
    return f(*args, **kwds)


# ---------------------------------------------------------------------------------------------- locks: there is one thread

class _DeadlockError(RuntimeError):
    pass


class _ModuleLock:
    """A lock of one module's import; nobody competes for it."""

    def __init__(self, name):
        self.name = name
        self.count = 0

    def has_deadlock(self):
        return False

    def acquire(self):
        self.count += 1
        return True

    def release(self):
        if not self.count:
            raise RuntimeError('cannot release un-acquired lock')
        self.count -= 1

    def __repr__(self):
        return '{}({!r}) at {}'.format(type(self).__name__, self.name, id(self))


_DummyModuleLock = _ModuleLock


class _ModuleLockManager:
    def __init__(self, name):
        self._lock = _ModuleLock(name)

    def __enter__(self):
        self._lock.acquire()

    def __exit__(self, *exc_info):
        self._lock.release()


class _ImportLockContext:
    def __enter__(self):
        _imp.acquire_lock()

    def __exit__(self, *exc_info):
        _imp.release_lock()


def _get_module_lock(name):
    return _ModuleLock(name)


def _lock_unlock_module(name):
    pass


# ---------------------------------------------------------------------------------------------- specs

def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A spec for a module that this loader loads, as far as the loader tells."""
    if hasattr(loader, 'get_filename'):
        import _frozen_importlib_external as external
        if is_package is None:
            return external.spec_from_file_location(name, loader=loader)
        return external.spec_from_file_location(name, loader=loader, submodule_search_locations=[] if is_package else None)
    if is_package is None:
        try:
            is_package = loader.is_package(name)
        except (AttributeError, ImportError):
            is_package = False
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def _spec_from_module(module, loader=None, origin=None):
    spec = getattr(module, '__spec__', None)
    if spec is not None:
        return spec
    if loader is None:
        loader = getattr(module, '__loader__', None)
    file = getattr(module, '__file__', None)
    if origin is None:
        origin = file if file is not None else getattr(loader, '_ORIGIN', None)
    spec = ModuleSpec(module.__name__, loader, origin=origin)
    spec._set_fileattr = file is not None
    spec.cached = getattr(module, '__cached__', None)
    path = getattr(module, '__path__', None)
    spec.submodule_search_locations = None if path is None else list(path)
    return spec


def _init_module_attrs(spec, module, *, override=False):
    # Sets what is missing (or everything); modules that refuse attributes keep what they have.
    def put(name, value):
        if override or getattr(module, name, None) is None:
            try:
                setattr(module, name, value)
            except AttributeError:
                pass

    put('__name__', spec.name)
    locations = spec.submodule_search_locations
    loader = spec.loader
    if loader is None and locations is not None:
        import _frozen_importlib_external as external
        loader = external._namespace_loader(locations)
    put('__loader__', loader)
    put('__package__', spec.parent)
    try:
        module.__spec__ = spec
    except AttributeError:
        pass
    if locations is not None:
        put('__path__', locations)
    if spec.has_location:
        put('__file__', spec.origin)
        if spec.cached is not None:
            put('__cached__', spec.cached)
    return module


def module_from_spec(spec):
    """The module of a spec, not run yet: the loader's own, or a new one."""
    loader, module = spec.loader, None
    if hasattr(loader, 'create_module'):
        module = loader.create_module(spec)
    elif hasattr(loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    if module is None:
        module = ModuleType(spec.name)
    _init_module_attrs(spec, module)
    return module


def _module_repr_from_spec(spec):
    name = '?' if spec.name is None else spec.name
    if spec.origin is None:
        return '<module {!r}>'.format(name) if spec.loader is None else '<module {!r} ({!r})>'.format(name, spec.loader)
    form = '<module {!r} from {!r}>' if spec.has_location else '<module {!r} ({})>'
    return form.format(name, spec.origin)


def _module_repr(module):
    loader = getattr(module, '__loader__', None)
    if hasattr(loader, 'module_repr'):
        try:
            return loader.module_repr(module)
        except Exception:
            pass
    spec = getattr(module, '__spec__', None)
    if spec is not None:
        return _module_repr_from_spec(spec)
    name = getattr(module, '__name__', '?')
    if hasattr(module, '__file__'):
        return '<module {!r} from {!r}>'.format(name, module.__file__)
    return '<module {!r}>'.format(name) if loader is None else '<module {!r} ({!r})>'.format(name, loader)


# ---------------------------------------------------------------------------------------------- loading

class _installed_safely:
    """Keeps a module in sys.modules while it is run; takes it out again when that fails."""

    def __init__(self, module):
        self._module = module
        self._spec = module.__spec__

    def __enter__(self):
        self._spec._initializing = True
        sys.modules[self._spec.name] = self._module

    def __exit__(self, kind, value, traceback):
        if kind is not None:
            sys.modules.pop(self._spec.name, None)
        self._spec._initializing = False


def _exec(spec, module):
    """Run a module that exists (again), as reload() does."""
    name = spec.name
    if sys.modules.get(name) is not module:
        raise ImportError('module {!r} not in sys.modules'.format(name), name=name)
    if spec.loader is None:
        if spec.submodule_search_locations is None:
            raise ImportError('missing loader', name=name)
        _init_module_attrs(spec, module, override=True)
        return module
    _init_module_attrs(spec, module, override=True)
    if hasattr(spec.loader, 'exec_module'):
        spec.loader.exec_module(module)
    else:
        spec.loader.load_module(name)
    return sys.modules[name]


def _load_backward_compatible(spec):
    # load_module() does everything; what it forgot to set is set here.
    spec.loader.load_module(spec.name)
    module = sys.modules[spec.name]
    for name, value in (('__loader__', spec.loader), ('__spec__', spec)):
        if getattr(module, name, None) is None:
            try:
                setattr(module, name, value)
            except AttributeError:
                pass
    if getattr(module, '__package__', None) is None:
        try:
            module.__package__ = module.__name__
            if not hasattr(module, '__path__'):
                module.__package__ = spec.name.rpartition('.')[0]
        except AttributeError:
            pass
    return module


def _load_unlocked(spec):
    if spec.loader is not None and not hasattr(spec.loader, 'exec_module'):
        return _load_backward_compatible(spec)
    module = module_from_spec(spec)
    with _installed_safely(module):
        if spec.loader is not None:
            spec.loader.exec_module(module)
        elif spec.submodule_search_locations is None:
            raise ImportError('missing loader', name=spec.name)
    return sys.modules[spec.name]


def _load(spec):
    """Make, enter and run the module of a spec; the entry of sys.modules."""
    return _load_unlocked(spec)


def _load_module_shim(self, fullname):
    """load_module() of loaders that have exec_module()."""
    spec = spec_from_loader(fullname, self)
    if fullname not in sys.modules:
        return _load(spec)
    _exec(spec, sys.modules[fullname])
    return sys.modules[fullname]


def _builtin_from_name(name):
    spec = BuiltinImporter.find_spec(name)
    if spec is None:
        raise ImportError('no built-in module named ' + name)
    return _load_unlocked(spec)


# ---------------------------------------------------------------------------------------------- native and frozen modules

def _requires_builtin(function):
    def checked(self, fullname):
        if fullname not in sys.builtin_module_names:
            raise ImportError('{!r} is not a built-in module'.format(fullname), name=fullname)
        return function(self, fullname)
    _wrap(checked, function)
    return checked


def _requires_frozen(function):
    def checked(self, fullname):
        if not _imp.is_frozen(fullname):
            raise ImportError('{!r} is not a frozen module'.format(fullname), name=fullname)
        return function(self, fullname)
    _wrap(checked, function)
    return checked


# Bodies of the methods of BuiltinImporter and FrozenImporter; the first argument is the class.
class _BuiltinImporter:
    def find_module(cls, fullname, path=None):
        spec = cls.find_spec(fullname, path)
        return None if spec is None else spec.loader

    def create_module(self, spec):
        if spec.name not in sys.builtin_module_names:
            raise ImportError('{!r} is not a built-in module'.format(spec.name), name=spec.name)
        return _imp.create_builtin(spec)

    def exec_module(self, module):
        _imp.exec_builtin(module)

    @_requires_builtin
    def get_code(cls, fullname):
        return None

    @_requires_builtin
    def get_source(cls, fullname):
        return None

    @_requires_builtin
    def is_package(cls, fullname):
        return False

    load_module = _requires_builtin(_load_module_shim)


class _FrozenImporter:
    def find_module(cls, fullname, path=None):
        return cls if _imp.is_frozen(fullname) else None

    def create_module(cls, spec):
        return None

    def exec_module(cls, module):
        name = module.__spec__.name
        if not _imp.is_frozen(name):
            raise ImportError('{!r} is not a frozen module'.format(name), name=name)
        exec(_imp.get_frozen_object(name), module.__dict__)

    @_requires_frozen
    def get_code(cls, fullname):
        return _imp.get_frozen_object(fullname)

    @_requires_frozen
    def is_package(cls, fullname):
        return _imp.is_frozen_package(fullname)

    load_module = _requires_frozen(_load_module_shim)


# ---------------------------------------------------------------------------------------------- finders

def _find_spec_legacy(finder, name, path):
    loader = finder.find_module(name, path)
    return None if loader is None else spec_from_loader(name, loader)


# ---------------------------------------------------------------------------------------------- names

def _resolve_name(name, package, level):
    """Absolute name of a relative one."""
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ValueError('attempted relative import beyond top-level package')
    return '.'.join([parts[0], name]) if name else parts[0]


def _sanity_check(name, package, level):
    if not isinstance(name, str):
        raise TypeError('module name must be str, not {}'.format(type(name)))
    if level < 0:
        raise ValueError('level must be >= 0')
    if level > 0:
        if not isinstance(package, str):
            raise TypeError('__package__ not set to a string')
        if not package:
            raise ImportError('attempted relative import with no known parent package')
    elif not name:
        raise ValueError('Empty module name')


def _gcd_import(name, package=None, level=0):
    """The module of that name, absolute or relative to the package: what all forms of import have in common."""
    _sanity_check(name, package, level)
    if level > 0:
        name = _resolve_name(name, package, level)
    return _import_absolute(name)


def _find_and_load(name, import_):
    return _import_absolute(name)


_find_and_load_unlocked = _find_and_load


def _handle_fromlist(module, fromlist, import_, *, recursive=False):
    """Import the submodules that `from module import ...` names."""
    if not hasattr(module, '__path__'):
        return module
    for item in fromlist:
        if not isinstance(item, str):
            where = module.__name__ + '.__all__' if recursive else "``from list''"
            raise TypeError('Item in {} must be str, not {}'.format(where, type(item).__name__))
        if item == '*':
            if not recursive and hasattr(module, '__all__'):
                _handle_fromlist(module, module.__all__, import_, recursive=True)
        elif not hasattr(module, item):
            wanted = '{}.{}'.format(module.__name__, item)
            try:
                import_(wanted)
            except ModuleNotFoundError as error:
                if error.name != wanted or sys.modules.get(wanted, error) is None:
                    raise
    return module


def _calc___package__(globals):
    package, spec = globals.get('__package__'), globals.get('__spec__')
    if package is not None:
        if spec is not None and package != spec.parent:
            _warnings.warn('__package__ != __spec__.parent ({!r} != {!r})'.format(package, spec.parent), ImportWarning, 3)
        return package
    if spec is not None:
        return spec.parent
    _warnings.warn("can't resolve package from __spec__ or __package__, falling back on __name__ and __path__",
                   ImportWarning, 3)
    name = globals['__name__']
    return name if '__path__' in globals else name.rpartition('.')[0]


def __import__(name, globals=None, locals=None, fromlist=(), level=0):
    """What the import statement calls, whatever builtins.__import__ has become."""
    return _import_name(name, globals, locals, fromlist, level)


def _setup(sys_module, _imp_module):
    pass


def _install(sys_module, _imp_module):
    pass
