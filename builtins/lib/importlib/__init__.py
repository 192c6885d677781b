"""Import modules by name, again, and find out where they come from."""

import sys
import types
import warnings

import _frozen_importlib as _bootstrap
import _frozen_importlib_external as _bootstrap_external
from _frozen_importlib import __import__

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

sys.modules['importlib._bootstrap'] = _bootstrap
sys.modules['importlib._bootstrap_external'] = _bootstrap_external

_w_long = _bootstrap_external._w_long
_r_long = _bootstrap_external._r_long

_RELOADING = {}


def invalidate_caches():
    """Tell all finders to forget what they know: files may have been added."""
    for finder in sys.meta_path:
        if hasattr(finder, 'invalidate_caches'):
            finder.invalidate_caches()


def find_loader(name, path=None):
    """The loader of a module; deprecated in favour of importlib.util.find_spec()."""
    warnings.warn('Use importlib.util.find_spec() instead.', DeprecationWarning, stacklevel=2)
    if name in sys.modules:
        try:
            loader = sys.modules[name].__loader__
        except AttributeError:
            raise ValueError('{}.__loader__ is not set'.format(name)) from None
        if loader is None:
            raise ValueError('{}.__loader__ is None'.format(name))
        return loader
    spec = _bootstrap._find_spec(name, path)
    if spec is None:
        return None
    if spec.loader is None:
        if spec.submodule_search_locations is None:
            raise ImportError('spec for {} missing loader'.format(name), name=name)
        raise ImportError('namespace packages do not have loaders', name=name)
    return spec.loader


def import_module(name, package=None):
    """Import a module by its absolute name, or by a relative one (leading dots) seen from a package."""
    level = len(name) - len(name.lstrip('.'))
    if level and not package:
        raise TypeError("the 'package' argument is required to perform a relative import for {!r}".format(name))
    return _bootstrap._gcd_import(name[level:], package, level)


def reload(module):
    """Run a module again in its own namespace."""
    if not module or not isinstance(module, types.ModuleType):
        raise TypeError('reload() argument must be a module')
    try:
        name = module.__spec__.name
    except AttributeError:
        name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError('module {} not in sys.modules'.format(name), name=name)
    if name in _RELOADING:
        return _RELOADING[name]
    _RELOADING[name] = module
    try:
        path = None
        parent = name.rpartition('.')[0]
        if parent:
            if parent not in sys.modules:
                raise ImportError('parent {!r} not in sys.modules'.format(parent), name=parent)
            path = sys.modules[parent].__path__
        spec = module.__spec__ = _bootstrap._find_spec(name, path, module)
        _bootstrap._exec(spec, module)
        return sys.modules[name]
    finally:
        _RELOADING.pop(name, None)
