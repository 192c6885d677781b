"""Helpers for programs that import by other means than the import statement."""

from contextlib import contextmanager
import functools
import sys
import types
import warnings

from importlib import abc
from _frozen_importlib import module_from_spec, spec_from_loader, _find_spec, _resolve_name
from _frozen_importlib_external import (MAGIC_NUMBER, cache_from_source, decode_source, source_from_cache,
                                        spec_from_file_location)


def resolve_name(name, package):
    """Absolute name of a module from one with leading dots, seen from a package."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ValueError('no package specified for {!r} (required for relative module names)'.format(name))
    bare = name.lstrip('.')
    return _resolve_name(bare, package, len(name) - len(bare))


def _spec_of_loaded(name):
    # __spec__ of an entry of sys.modules; None for an entry that blocks the module.
    module = sys.modules[name]
    if module is None:
        return None
    unset = object()
    spec = getattr(module, '__spec__', unset)
    if spec is unset or spec is None:
        raise ValueError('{}.__spec__ is {}'.format(name, 'not set' if spec is unset else None))
    return spec


def _find_spec_from_path(name, path=None):
    """As find_spec(), with the parent's __path__ given instead of the parent imported."""
    return _spec_of_loaded(name) if name in sys.modules else _find_spec(name, path)


def find_spec(name, package=None):
    """The spec of a module, without loading it (but parents are loaded); None when there is no such module."""
    fullname = resolve_name(name, package) if name.startswith('.') else name
    if fullname in sys.modules:
        return _spec_of_loaded(fullname)
    parent = fullname.rpartition('.')[0]
    if not parent:
        return _find_spec(fullname, None)
    return _find_spec(fullname, __import__(parent, fromlist=['__path__']).__path__)


@contextmanager
def _module_to_load(name):
    known = name in sys.modules
    module = sys.modules.get(name)
    if not known:
        module = types.ModuleType(name)
        # For modules that import themselves in a circle while they are made.
        module.__initializing__ = True
        sys.modules[name] = module
    try:
        yield module
    except Exception:
        if not known:
            sys.modules.pop(name, None)
    finally:
        module.__initializing__ = False


def _warn_of_decorator():
    warnings.warn('The import system now takes care of this automatically.', DeprecationWarning, stacklevel=3)


def set_package(fxn):
    """Decorator of load_module(): sets __package__ of what it returns."""
    @functools.wraps(fxn)
    def set_package_wrapper(*args, **kwargs):
        _warn_of_decorator()
        module = fxn(*args, **kwargs)
        if getattr(module, '__package__', None) is None:
            own_name = module.__name__
            module.__package__ = own_name if hasattr(module, '__path__') else own_name.rpartition('.')[0]
        return module
    return set_package_wrapper


def set_loader(fxn):
    """Decorator of load_module(): sets __loader__ of what it returns."""
    @functools.wraps(fxn)
    def set_loader_wrapper(self, *args, **kwargs):
        _warn_of_decorator()
        loaded = fxn(self, *args, **kwargs)
        known = getattr(loaded, '__loader__', None)
        loaded.__loader__ = self if known is None else known
        return loaded
    return set_loader_wrapper


def module_for_loader(fxn):
    """Decorator of load_module(): the function gets a module, new or being reloaded, instead of a name."""
    _warn_of_decorator()

    @functools.wraps(fxn)
    def module_for_loader_wrapper(self, fullname, *args, **kwargs):
        with _module_to_load(fullname) as module:
            module.__loader__ = self
            try:
                package = fullname if self.is_package(fullname) else fullname.rpartition('.')[0]
            except (ImportError, AttributeError):
                pass   # such loaders set it themselves
            else:
                module.__package__ = package
            return fxn(self, module, *args, **kwargs)
    return module_for_loader_wrapper


class _LazyModule(types.ModuleType):
    """A module that is run when an attribute is asked for."""

    def __getattribute__(self, attr):
        # From here on it is an ordinary module, for the code that now runs as well.
        self.__class__ = types.ModuleType
        state = self.__spec__.loader_state
        before, current = state['__dict__'], self.__dict__
        changed = {name: value for name, value in current.items() if name not in before or before[name] is not value}
        name = self.__spec__.name
        self.__spec__.loader.exec_module(self)
        if name in sys.modules and sys.modules[name] is not self:
            raise ValueError('module object for {!r} substituted in sys.modules during a lazy load'.format(name))
        # What was set before the module ran stays.
        self.__dict__.update(changed)
        return getattr(self, attr)

    def __delattr__(self, attr):
        self.__getattribute__(attr)
        delattr(self, attr)


def _must_execute(loader):
    # Loaders of the old kind load at once or not at all.
    if hasattr(loader, 'exec_module'):
        return loader
    raise TypeError('loader must define exec_module()')


class LazyLoader(abc.Loader):
    """A loader that puts the running of another loader's modules off until they are used."""

    def __init__(self, loader):
        self.loader = _must_execute(loader)

    @classmethod
    def factory(cls, loader):
        """For places that want a class of loaders: makes lazy ones around it."""
        make = _must_execute(loader)
        return lambda *args, **kwargs: cls(make(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        """Nothing yet."""
        module.__spec__.loader = self.loader
        module.__loader__ = self.loader
        # loader_state remembers the attributes as they are now, to tell which a program sets later.
        module.__spec__.loader_state = {'__dict__': module.__dict__.copy(), '__class__': module.__class__}
        module.__class__ = _LazyModule
