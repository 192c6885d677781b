"""Helpers for packages: their modules, their data, and what finds them."""

from collections import namedtuple
from functools import singledispatch
import importlib
import importlib.machinery
import importlib.util
import os
import os.path
import sys
from types import ModuleType
import warnings

__all__ = ['get_importer', 'iter_importers', 'get_loader', 'find_loader', 'walk_packages', 'iter_modules', 'get_data',
           'ImpImporter', 'ImpLoader', 'read_code', 'extend_path', 'ModuleInfo']

ModuleInfo = namedtuple('ModuleInfo', 'module_finder name ispkg')
ModuleInfo.__doc__ = 'A module: the finder that has it, its name, whether it is a package.'


def _get_spec(finder, name):
    """Spec from a path entry finder; older finders are asked for a loader."""
    try:
        find_spec = finder.find_spec
    except AttributeError:
        loader = finder.find_module(name)
        return None if loader is None else importlib.util.spec_from_loader(name, loader)
    return find_spec(name)


def read_code(stream):
    """Code object of a binary file in the .pyc format; None when it is none of this version."""
    import marshal
    if stream.read(4) != importlib.util.MAGIC_NUMBER:
        return None
    stream.read(8)
    return marshal.load(stream)


# ---------------------------------------------------------------------------------------------- listing modules

def walk_packages(path=None, prefix='', onerror=None):
    """ModuleInfo of all modules along a path (None: sys.path) and in their packages, which are imported for it.

    onerror: called with the name of a package that failed; without it ImportError is passed over and others go out.
    """
    seen = set()
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except Exception as error:
            if onerror is not None:
                onerror(info.name)
            elif not isinstance(error, ImportError):
                raise
        else:
            places = getattr(sys.modules[info.name], '__path__', None) or []
            places = [place for place in places if place not in seen]
            seen.update(places)
            yield from walk_packages(places, info.name + '.', onerror)


def iter_modules(path=None, prefix=''):
    """ModuleInfo of the modules along a path (None: sys.path)."""
    if path is None:
        finders = iter_importers()
    elif isinstance(path, str):
        raise ValueError('path must be None or list of paths to look for modules in')
    else:
        finders = map(get_importer, path)
    seen = set()
    for finder in finders:
        for name, ispkg in iter_importer_modules(finder, prefix):
            if name not in seen:
                seen.add(name)
                yield ModuleInfo(finder, name, ispkg)


@singledispatch
def iter_importer_modules(importer, prefix=''):
    """Pairs (name, is package) of the modules that a finder has."""
    return importer.iter_modules(prefix) if hasattr(importer, 'iter_modules') else []


def _module_name(file):
    # Name of the module in a file of a folder, or None.
    name = os.path.basename(file)
    for suffix in sorted(importlib.machinery.all_suffixes(), key=len, reverse=True):
        if name.endswith(suffix):
            return name[:-len(suffix)]
    return None


def _iter_file_finder_modules(importer, prefix=''):
    if importer.path is None or not os.path.isdir(importer.path):
        return
    try:
        files = sorted(os.listdir(importer.path))
    except OSError:
        return
    seen = set()
    for file in files:
        name, ispkg = _module_name(file), False
        if name == '__init__' or name in seen:
            continue
        path = os.path.join(importer.path, file)
        if not name and os.path.isdir(path) and '.' not in file:
            try:
                inner = os.listdir(path)
            except OSError:
                inner = []
            if not any(_module_name(entry) == '__init__' for entry in inner):
                continue
            name, ispkg = file, True
        if name and '.' not in name:
            seen.add(name)
            yield prefix + name, ispkg


iter_importer_modules.register(importlib.machinery.FileFinder, _iter_file_finder_modules)


def _iter_zipimporter_modules(importer, prefix=''):
    seen = set()
    for path in sorted(importer._files):
        if not path.startswith(importer.prefix):
            continue
        parts = path[len(importer.prefix):].split('/')
        if len(parts) == 2 and parts[1].startswith('__init__.py') and parts[0] not in seen:
            seen.add(parts[0])
            yield prefix + parts[0], True
        if len(parts) != 1:
            continue
        name = _module_name(parts[0])
        if name and name != '__init__' and '.' not in name and name not in seen:
            seen.add(name)
            yield prefix + name, False


def _register_zipimporter():
    from zipimport import zipimporter
    iter_importer_modules.register(zipimporter, _iter_zipimporter_modules)
    return zipimporter


# zipimport is looked at only by programs that have a zip file on their path.
if 'zipimport' in sys.modules:
    _register_zipimporter()


# ---------------------------------------------------------------------------------------------- finders and loaders

def get_importer(path_item):
    """The finder of a path entry, from sys.path_importer_cache or made by sys.path_hooks; None when there is none."""
    try:
        finder = sys.path_importer_cache[path_item]
    except KeyError:
        for hook in sys.path_hooks:
            try:
                finder = hook(path_item)
            except ImportError:
                continue
            sys.path_importer_cache.setdefault(path_item, finder)
            break
        else:
            finder = None
    if type(finder).__module__ == 'zipimport':
        _register_zipimporter()
    return finder


def iter_importers(fullname=''):
    """The finders that would be asked for a module; for a top-level name those of sys.meta_path too."""
    if fullname.startswith('.'):
        raise ImportError('Relative module name {!r} not supported'.format(fullname))
    if '.' in fullname:
        path = getattr(importlib.import_module(fullname.rpartition('.')[0]), '__path__', None)
        if path is None:
            return
    else:
        yield from sys.meta_path
        path = sys.path
    for entry in path:
        yield get_importer(entry)


def get_loader(module_or_name):
    """The loader of a module, loaded or not; None when there is none."""
    if module_or_name in sys.modules:
        module_or_name = sys.modules[module_or_name]
        if module_or_name is None:
            return None
    if not isinstance(module_or_name, ModuleType):
        return find_loader(module_or_name)
    loader = getattr(module_or_name, '__loader__', None)
    if loader is not None:
        return loader
    if getattr(module_or_name, '__spec__', None) is None:
        return None
    return find_loader(module_or_name.__name__)


def find_loader(fullname):
    """The loader of a module by its name; packages around it are imported."""
    if fullname.startswith('.'):
        raise ImportError('Relative module name {!r} not supported'.format(fullname))
    try:
        spec = importlib.util.find_spec(fullname)
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        # One kind of exception for callers that know of no other.
        text = 'Error while finding loader for {!r} ({}: {})'
        raise ImportError(text.format(fullname, type(error), error)) from error
    return None if spec is None else spec.loader


class ImpImporter:
    """Finder of the modules in a folder (None: built-in ones), of the time before sys.path_hooks; deprecated."""

    def __init__(self, path=None):
        warnings.warn("This emulation is deprecated, use 'importlib' instead", DeprecationWarning)
        self.path = path

    def _spec(self, fullname):
        name = fullname.rpartition('.')[2]
        if name != fullname and self.path is None:
            return None
        path = None if self.path is None else [os.path.realpath(self.path)]
        return importlib.machinery.PathFinder.find_spec(name, path)

    def find_module(self, fullname, path=None):
        spec = self._spec(fullname)
        return None if spec is None or spec.loader is None else spec.loader

    def iter_modules(self, prefix=''):
        return _iter_file_finder_modules(self, prefix)


class ImpLoader:
    """Loader that goes with ImpImporter: a module's file and what it is; deprecated."""

    def __init__(self, fullname, file, filename, etc):
        warnings.warn("This emulation is deprecated, use 'importlib' instead", DeprecationWarning)
        self.file, self.filename, self.fullname, self.etc = file, filename, fullname, etc
        self._loader = importlib.machinery.SourceFileLoader(fullname, filename)

    def load_module(self, fullname):
        if self.file:
            self.file.close()
        return self._loader.load_module(fullname)

    def get_data(self, pathname):
        with open(pathname, 'rb') as file:
            return file.read()

    def is_package(self, fullname):
        return self._loader.is_package(fullname)

    def get_code(self, fullname=None):
        return self._loader.get_code(fullname or self.fullname)

    def get_source(self, fullname=None):
        return self._loader.get_source(fullname or self.fullname)

    def get_filename(self, fullname=None):
        return self.filename


# ---------------------------------------------------------------------------------------------- packages

def _portions(path, name):
    # Folders along a path that are parts of a package, in the words of their finders.
    for place in path:
        finder = get_importer(place) if isinstance(place, str) else None
        if finder is None:
            continue
        if hasattr(finder, 'find_spec'):
            spec = finder.find_spec(name)
            yield from (spec.submodule_search_locations or []) if spec is not None else []
        elif hasattr(finder, 'find_loader'):
            yield from finder.find_loader(name)[1]


def extend_path(path, name):
    """A package's __path__ with all folders of that name along sys.path, and those that NAME.pkg files there list.

    For __init__.py: __path__ = extend_path(__path__, __name__).
    """
    if not isinstance(path, list):
        return path
    path = path[:]
    parent, _, last = name.rpartition('.')
    if parent:
        try:
            search = getattr(sys.modules[parent], '__path__')
        except (KeyError, AttributeError):
            return path
    else:
        search = sys.path
    for place in search:
        if not isinstance(place, str):
            continue
        path += [portion for portion in _portions([place], last) if portion not in path]
        listing = os.path.join(place, name + '.pkg')
        if not os.path.isfile(listing):
            continue
        try:
            with open(listing) as file:
                lines = [line.rstrip('\n') for line in file]
        except OSError as error:
            sys.stderr.write("Can't open %s: %s\n" % (listing, error))
        else:
            path += [line for line in lines if line and not line.startswith('#')]
    return path


def get_data(package, resource):
    """Bytes of a file beside a package's modules ('/' between folders); None when its loader cannot tell."""
    spec = importlib.util.find_spec(package)
    loader = getattr(spec, 'loader', None)
    if not hasattr(loader, 'get_data'):
        return None
    module = sys.modules.get(package) or importlib._bootstrap._load(spec)
    if module is None or not hasattr(module, '__file__'):
        return None
    return loader.get_data(os.path.join(os.path.dirname(module.__file__), *resource.split('/')))
