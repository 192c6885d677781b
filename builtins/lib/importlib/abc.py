"""Abstract base classes of finders and loaders."""

import abc

import _frozen_importlib as _bootstrap
import _frozen_importlib_external as _bootstrap_external
from importlib import machinery


def _register(abstract_cls, *classes):
    for cls in classes:
        abstract_cls.register(cls)


class Finder(metaclass=abc.ABCMeta):
    """What finders were before they were told apart; kept for programs of that time."""

    @abc.abstractmethod
    def find_module(self, fullname, path=None):
        """A loader of the module, or None."""


class MetaPathFinder(Finder):
    """Finders for sys.meta_path; find_spec(fullname, path, target=None) is asked first."""

    def find_module(self, fullname, path):
        """The loader of find_spec()'s answer."""
        spec = self.find_spec(fullname, path) if hasattr(self, 'find_spec') else None
        return None if spec is None else spec.loader

    def invalidate_caches(self):
        """Forget what is remembered of places that may have changed."""


_register(MetaPathFinder, machinery.BuiltinImporter, machinery.FrozenImporter, machinery.PathFinder,
          machinery.WindowsRegistryFinder)


class PathEntryFinder(Finder):
    """Finders for entries of sys.path; find_spec(fullname, target=None) is asked first."""

    def find_loader(self, fullname):
        """(loader, parts of a namespace package) from find_spec()'s answer."""
        spec = self.find_spec(fullname) if hasattr(self, 'find_spec') else None
        if spec is None:
            return None, []
        return spec.loader, spec.submodule_search_locations or []

    find_module = _bootstrap_external._find_module_shim

    def invalidate_caches(self):
        """Forget what is remembered of places that may have changed."""


_register(PathEntryFinder, machinery.FileFinder)


class Loader(metaclass=abc.ABCMeta):
    """What makes modules."""

    def create_module(self, spec):
        """A new module for exec_module(), or None for an ordinary one."""
        return None

    # exec_module() is left out: loaders that have only load_module() are asked for that.

    def load_module(self, fullname):
        """The module of that name, made and entered into sys.modules; done with exec_module()."""
        if not hasattr(self, 'exec_module'):
            raise ImportError
        return _bootstrap._load_module_shim(self, fullname)

    def module_repr(self, module):
        """Not implemented: the import system knows a text by itself."""
        raise NotImplementedError


class ResourceLoader(Loader):
    """Loaders that give data by path."""

    @abc.abstractmethod
    def get_data(self, path):
        """The bytes at a path."""
        raise OSError


class InspectLoader(Loader):
    """Loaders that can be asked about modules without loading them."""

    def is_package(self, fullname):
        """Whether the module is a package."""
        raise ImportError

    def get_code(self, fullname):
        """The module's code object, or None when it has none."""
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        """The module's source text, or None."""
        raise ImportError

    @staticmethod
    def source_to_code(data, path='<string>'):
        """Compile source, str or bytes."""
        return compile(data, path, 'exec', dont_inherit=True)

    exec_module = _bootstrap_external._LoaderBasics.exec_module
    load_module = _bootstrap_external._LoaderBasics.load_module


_register(InspectLoader, machinery.BuiltinImporter, machinery.FrozenImporter)


class ExecutionLoader(InspectLoader):
    """Loaders whose modules can be run as scripts: they have a file name."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        """What __file__ shall be."""
        raise ImportError

    def get_code(self, fullname):
        text = self.get_source(fullname)
        if text is None:
            return None
        place = ()
        try:
            place = (self.get_filename(fullname),)
        except ImportError:
            pass   # compiled without the name of a file
        return self.source_to_code(text, *place)


_register(ExecutionLoader, machinery.ExtensionFileLoader)


class FileLoader(_bootstrap_external.FileLoader, ResourceLoader, ExecutionLoader):
    """Loaders of one file each."""


_register(FileLoader, machinery.SourceFileLoader, machinery.SourcelessFileLoader)


class SourceLoader(_bootstrap_external.SourceLoader, ResourceLoader, ExecutionLoader):
    """Loaders of source text: get_data() and get_filename() are enough, path_stats() and set_data() add caches."""

    def path_mtime(self, path):
        if self.path_stats.__func__ is SourceLoader.path_stats:
            raise OSError
        return int(self.path_stats(path)['mtime'])

    def path_stats(self, path):
        if self.path_mtime.__func__ is SourceLoader.path_mtime:
            raise OSError
        return {'mtime': self.path_mtime(path)}

    def set_data(self, path, data):
        """Write bytes to a path; nothing unless a loader can."""


_register(SourceLoader, machinery.SourceFileLoader)
