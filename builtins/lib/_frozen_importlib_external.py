"""The import system's outer half as Python sees it: paths, cached bytecode, loaders of files, namespace packages.

The import statement itself finds and loads files in C++. Classes whose name starts with an underscore hold the bodies of
methods of the types in _import_types.
"""

import sys
import marshal
import posix as _os
import _imp
import _io
import _warnings
import _frozen_importlib as _bootstrap
from _import_types import PathFinder, FileFinder, SourceFileLoader, SourcelessFileLoader
from _frozen_importlib import ModuleSpec, spec_from_loader, _load_module_shim, _verbose_message

path_sep = '/'
path_separators = '/'

_RAW_MAGIC_NUMBER = int.from_bytes(b'\x33\x0d\r\n', 'little')
MAGIC_NUMBER = b'\x33\x0d\r\n'

_PYCACHE = '__pycache__'
_OPT = 'opt-'

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
EXTENSION_SUFFIXES = []

_code_type = type(_bootstrap._wrap.__code__)


# ---------------------------------------------------------------------------------------------- paths

def _relax_case():
    return False


def _w_long(x):
    return (int(x) & 0xFFFFFFFF).to_bytes(4, 'little')


def _r_long(int_bytes):
    return int.from_bytes(int_bytes, 'little')


def _path_join(*path_parts):
    return '/'.join(part.rstrip('/') for part in path_parts if part)


def _path_split(path):
    front, _, tail = path.rpartition('/')
    return front, tail


def _path_stat(path):
    return _os.stat(path)


def _path_is_mode_type(path, mode):
    try:
        return _os.stat(path).st_mode & 0o170000 == mode
    except OSError:
        return False


def _path_isfile(path):
    return _path_is_mode_type(path, 0o100000)


def _path_isdir(path):
    return _path_is_mode_type(path or _os.getcwd(), 0o040000)


def _write_atomic(path, data, mode=0o666):
    """Write a file beside and rename it: readers see all of it or none."""
    temporary = '{}.{}'.format(path, id(path))
    fd = _os.open(temporary, _os.O_EXCL | _os.O_CREAT | _os.O_WRONLY, mode & 0o666)
    try:
        with _io.FileIO(fd, 'wb') as file:
            file.write(data)
        _os.replace(temporary, path)
    except OSError:
        try:
            _os.unlink(temporary)
        except OSError:
            pass
        raise


def _calc_mode(path):
    """Mode of a cache file: the source's, writable by its owner."""
    try:
        mode = _os.stat(path).st_mode
    except OSError:
        mode = 0o666
    return mode | 0o200


# ---------------------------------------------------------------------------------------------- cached bytecode

def cache_from_source(path, debug_override=None, *, optimization=None):
    """Path of the cached bytecode of a source file.

    optimization: what stands behind 'opt-' in the name; '' for nothing, None for the level the interpreter runs at.
    """
    if debug_override is not None:
        _warnings.warn("the debug_override parameter is deprecated; use 'optimization' instead", DeprecationWarning)
        if optimization is not None:
            raise TypeError('debug_override or optimization must be set to None')
        optimization = '' if debug_override else 1
    folder, file = _path_split(_os.fspath(path))
    tag = sys.implementation.cache_tag
    if tag is None:
        raise NotImplementedError('sys.implementation.cache_tag is None')
    if optimization is None:
        optimization = sys.flags.optimize or ''
    optimization = str(optimization)
    base, dot, rest = file.rpartition('.')
    name = (base or rest) + dot + tag
    if optimization:
        if not optimization.isalnum():
            raise ValueError('{!r} is not alphanumeric'.format(optimization))
        name = '{}.{}{}'.format(name, _OPT, optimization)
    return _path_join(folder, _PYCACHE, name + '.pyc')


def source_from_cache(path):
    """Path of the source file of a file in __pycache__."""
    if sys.implementation.cache_tag is None:
        raise NotImplementedError('sys.implementation.cache_tag is None')
    folder, file = _path_split(_os.fspath(path))
    folder, cache = _path_split(folder)
    if cache != _PYCACHE:
        raise ValueError('{} not bottom-level directory in {!r}'.format(_PYCACHE, path))
    parts = file.split('.')
    if len(parts) not in (3, 4):
        raise ValueError('expected only 2 or 3 dots in {!r}'.format(file))
    if len(parts) == 4:
        optimization = parts[-2]
        if not optimization.startswith(_OPT):
            raise ValueError("optimization portion of filename does not start with {!r}".format(_OPT))
        if not optimization[len(_OPT):].isalnum():
            raise ValueError("optimization level {!r} is not an alphanumeric value".format(optimization))
    return _path_join(folder, parts[0] + SOURCE_SUFFIXES[0])


def _get_sourcefile(bytecode_path):
    """The .py file of a .pyc file when there is one, else the .pyc file itself."""
    if not bytecode_path:
        return None
    front, _, extension = bytecode_path.rpartition('.')
    if not front or extension.lower()[-3:-1] != 'py':
        return bytecode_path
    try:
        source = source_from_cache(bytecode_path)
    except (NotImplementedError, ValueError):
        source = bytecode_path[:-1]
    return source if _path_isfile(source) else bytecode_path


def _get_cached(filename):
    if filename.endswith('.py'):
        try:
            return cache_from_source(filename)
        except NotImplementedError:
            return None
    return filename if filename.endswith('.pyc') else None


def _validate_bytecode_header(data, source_stats=None, name=None, path=None):
    """The marshalled part of a .pyc file's bytes; ImportError or EOFError when it is none or not the source's."""
    details = {} if name is None else {'name': name}
    shown = '<bytecode>' if name is None else name
    if path is not None:
        details['path'] = path
    if data[:4] != MAGIC_NUMBER:
        raise ImportError('bad magic number in {!r}: {!r}'.format(shown, data[:4]), **details)
    if len(data) < 8:
        raise EOFError('reached EOF while reading timestamp in {!r}'.format(shown))
    if len(data) < 12:
        raise EOFError('reached EOF while reading size of source in {!r}'.format(shown))
    if source_stats is not None:
        stale = 'mtime' in source_stats and _r_long(data[4:8]) != int(source_stats['mtime']) & 0xFFFFFFFF
        stale = stale or 'size' in source_stats and _r_long(data[8:12]) != source_stats['size'] & 0xFFFFFFFF
        if stale:
            raise ImportError('bytecode is stale for {!r}'.format(shown), **details)
    return memoryview(data)[12:]


def _compile_bytecode(data, name=None, bytecode_path=None, source_path=None):
    code = marshal.loads(data)
    if not isinstance(code, _code_type):
        raise ImportError('Non-code object in {!r}'.format(bytecode_path), name=name, path=bytecode_path)
    if source_path is not None:
        _imp._fix_co_filename(code, source_path)
    return code


def _code_to_bytecode(code, mtime=0, source_size=0):
    return bytearray(MAGIC_NUMBER + _w_long(mtime) + _w_long(source_size) + marshal.dumps(code))


def decode_source(source_bytes):
    """Text of a source file's bytes, with universal newlines."""
    import tokenize
    encoding = tokenize.detect_encoding(_io.BytesIO(source_bytes).readline)[0]
    return _io.IncrementalNewlineDecoder(None, True).decode(source_bytes.decode(encoding))


# ---------------------------------------------------------------------------------------------- specs

_POPULATE = object()


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_POPULATE):
    """A spec for a module in a file; None when nothing loads such a file."""
    if location is None:
        location = '<unknown>'
        if hasattr(loader, 'get_filename'):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = _os.fspath(location)
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if loader is None:
        for loader_class, suffixes in _get_supported_file_loaders():
            if location.endswith(tuple(suffixes)):
                spec.loader = loader = loader_class(name, location)
                break
        else:
            return None
    if submodule_search_locations is not _POPULATE:
        spec.submodule_search_locations = submodule_search_locations
    elif hasattr(loader, 'is_package'):
        try:
            if loader.is_package(name):
                spec.submodule_search_locations = []
        except ImportError:
            pass
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(_path_split(location)[0])
    return spec


def _get_supported_file_loaders():
    return [(ExtensionFileLoader, EXTENSION_SUFFIXES), (SourceFileLoader, SOURCE_SUFFIXES),
            (SourcelessFileLoader, BYTECODE_SUFFIXES)]


# ---------------------------------------------------------------------------------------------- loaders

def _check_name(method):
    """Fill in and check the name that a file loader's method is called with."""
    def checked(self, name=None, *args, **kwargs):
        if name is None:
            name = self.name
        elif self.name != name:
            raise ImportError('loader for %s cannot handle %s' % (self.name, name), name=name)
        return method(self, name, *args, **kwargs)
    _bootstrap._wrap(checked, method)
    return checked


def _find_module_shim(self, fullname):
    """find_module() of path entry finders that have find_loader()."""
    loader, portions = self.find_loader(fullname)
    if loader is None and portions:
        _warnings.warn('Not importing directory {}: missing __init__'.format(portions[0]), ImportWarning)
    return loader


class _LoaderBasics:
    """What loaders with get_code() have in common."""

    def is_package(self, fullname):
        file = _path_split(self.get_filename(fullname))[1]
        return file.rsplit('.', 1)[0] == '__init__' and fullname.rpartition('.')[2] != '__init__'

    def create_module(self, spec):
        """None: the import system makes the module."""

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError('cannot load module {!r} when get_code() returns None'.format(module.__name__))
        exec(code, module.__dict__)

    def load_module(self, fullname):
        return _load_module_shim(self, fullname)


class SourceLoader(_LoaderBasics):
    """Loads source from anywhere: get_data() and get_filename() are to be added."""

    def path_mtime(self, path):
        raise OSError

    def path_stats(self, path):
        return {'mtime': self.path_mtime(path)}

    def _cache_bytecode(self, source_path, cache_path, data):
        return self.set_data(cache_path, data)

    def set_data(self, path, data):
        """Write bytes to a path; nothing here."""

    def get_source(self, fullname):
        try:
            data = self.get_data(self.get_filename(fullname))
        except OSError as error:
            raise ImportError('source not available through get_data()', name=fullname) from error
        return decode_source(data)

    def source_to_code(self, data, path, *, _optimize=-1):
        return compile(data, path, 'exec', dont_inherit=True, optimize=_optimize)

    def _cached_code(self, fullname, source_path, bytecode_path, stats):
        # The code object in the cache, or None when there is none for this source.
        try:
            data = self.get_data(bytecode_path)
        except OSError:
            return None
        try:
            body = _validate_bytecode_header(data, source_stats=stats, name=fullname, path=bytecode_path)
        except (ImportError, EOFError):
            return None
        return _compile_bytecode(body, name=fullname, bytecode_path=bytecode_path, source_path=source_path)

    def get_code(self, fullname):
        source_path = self.get_filename(fullname)
        bytecode_path = mtime = stats = code = None
        try:
            bytecode_path = cache_from_source(source_path)
        except NotImplementedError:
            pass
        if bytecode_path is not None:
            try:
                stats = self.path_stats(source_path)
                mtime = int(stats['mtime'])
            except OSError:
                stats = None
        if stats is not None:
            code = SourceLoader._cached_code(self, fullname, source_path, bytecode_path, stats)
        if code is not None:
            return code
        source = self.get_data(source_path)
        code = self.source_to_code(source, source_path)
        if mtime is not None and not sys.dont_write_bytecode:
            try:
                self._cache_bytecode(source_path, bytecode_path, _code_to_bytecode(code, mtime, len(source)))
            except NotImplementedError:
                pass
        return code


class FileLoader:
    """Loads from a file that it knows: name and path."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    @_check_name
    def load_module(self, fullname):
        return _load_module_shim(self, fullname)

    @_check_name
    def get_filename(self, fullname):
        return self.path

    def get_data(self, path):
        with _io.FileIO(path, 'r') as file:
            return file.read()


class _SourceFileLoader(FileLoader, SourceLoader):
    def path_mtime(self, path):
        return self.path_stats(path)['mtime']

    def path_stats(self, path):
        status = _path_stat(path)
        return {'mtime': status.st_mtime, 'size': status.st_size}

    def _cache_bytecode(self, source_path, bytecode_path, data):
        return self.set_data(bytecode_path, data, _mode=_calc_mode(source_path))

    def set_data(self, path, data, *, _mode=0o666):
        # Folders are made as needed; a place that cannot be written to is left alone.
        missing = []
        parent = _path_split(path)[0]
        while parent and not _path_isdir(parent):
            missing.append(parent)
            parent = _path_split(parent)[0]
        try:
            for folder in reversed(missing):
                try:
                    _os.mkdir(folder)
                except FileExistsError:
                    pass
            _write_atomic(path, data, _mode)
        except OSError as error:
            _verbose_message('could not create {!r}: {!r}', path, error)


class _SourcelessFileLoader(FileLoader, _LoaderBasics):
    def get_code(self, fullname):
        path = self.get_filename(fullname)
        body = _validate_bytecode_header(self.get_data(path), name=fullname, path=path)
        return _compile_bytecode(body, name=fullname, bytecode_path=path)

    def get_source(self, fullname):
        return None


class ExtensionFileLoader(FileLoader, _LoaderBasics):
    """Would load extension modules; the interpreter has none."""

    def create_module(self, spec):
        return _imp.create_dynamic(spec)

    def exec_module(self, module):
        _imp.exec_dynamic(module)

    def is_package(self, fullname):
        file = _path_split(self.path)[1]
        return any(file == '__init__' + suffix for suffix in EXTENSION_SUFFIXES)

    def get_code(self, fullname):
        return None

    def get_source(self, fullname):
        return None

    @_check_name
    def get_filename(self, fullname):
        return self.path


# ---------------------------------------------------------------------------------------------- namespace packages

class _NamespacePath:
    """__path__ of a namespace package: looked up again when the path of its parent has changed."""

    def __init__(self, name, path, path_finder):
        self._name = name
        self._path = path
        self._last_parent_path = tuple(self._get_parent_path())
        self._path_finder = path_finder

    def _find_parent_path_names(self):
        parent = self._name.rpartition('.')[0]
        return (parent, '__path__') if parent else ('sys', 'path')

    def _get_parent_path(self):
        module, attribute = self._find_parent_path_names()
        return getattr(sys.modules[module], attribute)

    def _recalculate(self):
        parent_path = tuple(self._get_parent_path())
        if parent_path != self._last_parent_path:
            spec = self._path_finder(self._name, parent_path)
            if spec is not None and spec.loader is None and spec.submodule_search_locations:
                self._path = spec.submodule_search_locations
            self._last_parent_path = parent_path
        return self._path

    def __iter__(self):
        return iter(self._recalculate())

    def __setitem__(self, index, path):
        self._path[index] = path

    def __len__(self):
        return len(self._recalculate())

    def __contains__(self, item):
        return item in self._recalculate()

    def __repr__(self):
        return '_NamespacePath({!r})'.format(self._path)

    def append(self, item):
        self._path.append(item)


class _NamespaceLoader:
    def __init__(self, name, path, path_finder):
        self._path = _NamespacePath(name, path, path_finder)

    @classmethod
    def module_repr(cls, module):
        return '<module {!r} (namespace)>'.format(module.__name__)

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ''

    def get_code(self, fullname):
        return compile('', '<string>', 'exec', dont_inherit=True)

    def create_module(self, spec):
        """None: the import system makes the module."""

    def exec_module(self, module):
        pass

    def load_module(self, fullname):
        return _load_module_shim(self, fullname)


def _namespace_path(name, portions):
    return _NamespacePath(name, portions, PathFinder._get_spec)


def _namespace_loader(path):
    loader = _NamespaceLoader.__new__(_NamespaceLoader)
    loader._path = path
    return loader


# ---------------------------------------------------------------------------------------------- finders

def _spec_from_old_finder(name, finder):
    # Path entry finders without find_spec().
    if hasattr(finder, 'find_loader'):
        loader, portions = finder.find_loader(name)
    else:
        loader, portions = finder.find_module(name), []
    if loader is not None:
        return spec_from_loader(name, loader)
    spec = ModuleSpec(name, None)
    spec.submodule_search_locations = portions
    return spec


class _PathFinder:
    def find_module(cls, fullname, path=None):
        spec = cls.find_spec(fullname, path)
        return None if spec is None else spec.loader

    def invalidate_caches(cls):
        for finder in list(sys.path_importer_cache.values()):
            if hasattr(finder, 'invalidate_caches'):
                finder.invalidate_caches()

    def _path_hooks(cls, path):
        if sys.path_hooks is not None and not sys.path_hooks:
            _warnings.warn('sys.path_hooks is empty', ImportWarning)
        for hook in sys.path_hooks:
            try:
                return hook(path)
            except ImportError:
                pass
        return None

    def _path_importer_cache(cls, path):
        if path == '':
            try:
                path = _os.getcwd()
            except FileNotFoundError:
                return None
        if path not in sys.path_importer_cache:
            sys.path_importer_cache[path] = _PathFinder._path_hooks(cls, path)
        return sys.path_importer_cache[path]

    def _get_spec(cls, fullname, path, target=None):
        # As find_spec(), with the parts of namespace packages in a plain list.
        parts = []
        for entry in path:
            if not isinstance(entry, (str, bytes)):
                continue
            finder = _PathFinder._path_importer_cache(cls, entry)
            if finder is None:
                continue
            if hasattr(finder, 'find_spec'):
                spec = finder.find_spec(fullname, target)
            else:
                spec = _spec_from_old_finder(fullname, finder)
            if spec is None:
                continue
            if spec.loader is not None:
                return spec
            if spec.submodule_search_locations is None:
                raise ImportError('spec missing loader')
            parts.extend(spec.submodule_search_locations)
        spec = ModuleSpec(fullname, None)
        spec.submodule_search_locations = parts
        return spec


class _FileFinder:
    # Finders that programs make: each file ending has its loader.
    def _set_up(self, path, *loader_details):
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes]
        self.path = path or '.'
        self._path_mtime = -1
        self._path_cache = set()
        self._relaxed_path_cache = set()

    def invalidate_caches(self):
        self._path_mtime = -1

    def find_spec(self, fullname, target=None):
        base = _path_join(self.path, fullname.rpartition('.')[2])
        is_folder = _path_isdir(base)
        if is_folder:
            for suffix, loader in self._loaders:
                file = _path_join(base, '__init__' + suffix)
                if _path_isfile(file):
                    return spec_from_file_location(fullname, file, loader=loader(fullname, file),
                                                   submodule_search_locations=[base])
        for suffix, loader in self._loaders:
            if _path_isfile(base + suffix):
                return spec_from_file_location(fullname, base + suffix, loader=loader(fullname, base + suffix),
                                               submodule_search_locations=None)
        if not is_folder:
            return None
        spec = ModuleSpec(fullname, None)
        spec.submodule_search_locations = [base]
        return spec

    def find_loader(self, fullname):
        spec = self.find_spec(fullname)
        if spec is None:
            return None, []
        return spec.loader, spec.submodule_search_locations or []

    find_module = _find_module_shim

    def path_hook(cls, *loader_details):
        def path_hook_for_FileFinder(path):
            """Path hook for importlib.machinery.FileFinder."""
            if not _path_isdir(path):
                raise ImportError('only directories are supported', path=path)
            return cls(path, *loader_details)
        path_hook_for_FileFinder.__qualname__ = 'FileFinder.path_hook.<locals>.path_hook_for_FileFinder'
        return path_hook_for_FileFinder


class WindowsRegistryFinder:
    """Would find modules named in the Windows registry."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None

    @classmethod
    def find_module(cls, fullname, path=None):
        return None


def _fix_up_module(ns, name, pathname, cpathname=None):
    loader, spec = ns.get('__loader__'), ns.get('__spec__')
    if not loader:
        if spec:
            loader = spec.loader
        elif pathname == cpathname:
            loader = SourcelessFileLoader(name, pathname)
        else:
            loader = SourceFileLoader(name, pathname)
    if not spec:
        spec = spec_from_file_location(name, pathname, loader=loader)
    ns.update(__spec__=spec, __loader__=loader, __file__=pathname, __cached__=cpathname)


def _setup(_bootstrap_module):
    pass


def _install(_bootstrap_module):
    pass


_bootstrap._bootstrap_external = sys.modules[__name__]
