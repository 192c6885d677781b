"""Modules and data in zip files.

A path that goes into a zip file ("app.zip" or "app.zip/folder") on sys.path gets a zipimporter from sys.path_hooks.
"""

import marshal
import sys
import time

import _imp
import _io
import posix as _os
from _frozen_importlib_external import MAGIC_NUMBER, _r_long, _fix_up_module

__all__ = ['ZipImportError', 'zipimporter']

_zip_directory_cache = {}   # archive: its entries by name

_END_SIZE, _ENTRY_SIZE, _LOCAL_SIZE = 22, 46, 30
_MAX_COMMENT = 65535


class ZipImportError(ImportError):
    """Something in a zip file is not there or cannot be used."""


ZipImportError.__module__ = 'zipimport'


def _is_file(path):
    try:
        return _os.stat(path).st_mode & 0o170000 == 0o100000
    except OSError:
        return False


def _r_short(data):
    return int.from_bytes(data, 'little')


# ---------------------------------------------------------------------------------------------- the format

def _find_end(file, archive):
    """(end record, its place): it is at the end, unless a comment follows."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_SIZE))
    record = file.read(_END_SIZE)
    if len(record) == _END_SIZE and record[:4] == b'PK\5\6':
        return record, size - _END_SIZE
    start = max(0, size - _MAX_COMMENT - _END_SIZE)
    file.seek(start)
    tail = file.read()
    place = tail.rfind(b'PK\5\6')
    if place < 0 or len(tail) - place < _END_SIZE:
        raise ZipImportError('not a Zip file: {!r}'.format(archive), path=archive)
    return tail[place:place + _END_SIZE], start + place


def _read_directory(archive):
    """The entries of a zip file: name -> (path, compression, packed size, size, place, time, date, crc)."""
    try:
        file = _io.open(archive, 'rb')
    except OSError:
        raise ZipImportError("can't open Zip file: {!r}".format(archive), path=archive) from None
    with file:
        end, end_place = _find_end(file, archive)
        directory_size, directory_place = _r_long(end[12:16]), _r_long(end[16:20])
        # The archive may stand behind other data: a script line, an executable.
        shift = end_place - directory_size - directory_place
        if shift < 0:
            raise ZipImportError('bad central directory size or offset: {!r}'.format(archive), path=archive)
        file.seek(end_place - directory_size)
        data = file.read(directory_size)
    entries = {}
    at = 0
    while data[at:at + 4] == b'PK\1\2' and at + _ENTRY_SIZE <= len(data):
        entry = data[at:at + _ENTRY_SIZE]
        name_size, extra_size, comment_size = (_r_short(entry[i:i + 2]) for i in (28, 30, 32))
        raw = data[at + _ENTRY_SIZE:at + _ENTRY_SIZE + name_size]
        name = raw.decode('utf-8' if _r_short(entry[8:10]) & 0x800 else 'cp437', 'surrogateescape')
        entries[name] = (archive + '/' + name, _r_short(entry[10:12]), _r_long(entry[20:24]), _r_long(entry[24:28]),
                         _r_long(entry[42:46]) + shift, _r_short(entry[12:14]), _r_short(entry[14:16]),
                         _r_long(entry[16:20]))
        at += _ENTRY_SIZE + name_size + extra_size + comment_size
    return entries


def _get_data(archive, entry):
    """The bytes of an entry."""
    path, compression, packed_size, size, place = entry[:5]
    with _io.open(archive, 'rb') as file:
        file.seek(place)
        local = file.read(_LOCAL_SIZE)
        if len(local) != _LOCAL_SIZE or local[:4] != b'PK\3\4':
            raise ZipImportError('bad local file header: {!r}'.format(archive), path=archive)
        file.seek(place + _LOCAL_SIZE + _r_short(local[26:28]) + _r_short(local[28:30]))
        data = file.read(packed_size)
    if len(data) != packed_size:
        raise OSError("zipimport: can't read data")
    if compression == 0:
        return data
    if compression != 8:
        raise ZipImportError("can't decompress data; zlib not available")
    from _import_types import inflate
    return inflate(data, size)


def _entry_mtime(entry):
    # Modification time in seconds from the fields of MS-DOS.
    clock, date = entry[5:7]
    return int(time.mktime(((date >> 9) + 1980, date >> 5 & 15, date & 31, clock >> 11, clock >> 5 & 63,
                            (clock & 31) * 2, -1, -1, -1)))


def _code_of_bytecode(path, data, mtime):
    """Code object of a .pyc entry; None when it does not fit the source beside it (mtime, or None: there is none)."""
    if data[:4] != MAGIC_NUMBER or len(data) < 12:
        return None
    if mtime is not None and abs(_r_long(data[4:8]) - mtime) > 1:   # zip files count in steps of two seconds
        return None
    code = marshal.loads(data[12:])
    if not hasattr(code, 'co_code'):
        raise TypeError('compiled module {!r} is not a code object'.format(path))
    _imp._fix_co_filename(code, path)
    return code


# ---------------------------------------------------------------------------------------------- the importer

# Endings in the order of search: (ending, whether a package, whether bytecode).
_SEARCH_ORDER = (('/__init__.pyc', True, True), ('/__init__.py', True, False), ('.pyc', False, True), ('.py', False, False))


class zipimporter:
    """zipimporter(archivepath) -> finder and loader of the modules in a zip file, or in a folder of it."""

    __slots__ = 'archive', 'prefix', '_files'

    def __init__(self, *args):
        if len(args) != 1:
            raise TypeError('zipimporter() takes exactly 1 argument (%d given)' % len(args))
        path = args[0]
        if isinstance(path, (bytearray, memoryview)):
            import warnings
            warnings.warn('path should be string, bytes, or os.PathLike, not ' + type(path).__name__, DeprecationWarning, 2)
            path = bytes(path)
        path = _os.fspath(path)
        if isinstance(path, bytes):
            path = path.decode('utf-8', 'surrogateescape')
        if not path:
            raise ZipImportError('archive path is empty', path=path)
        archive, inner = path, []
        while not _is_file(archive):
            front, slash, tail = archive.rpartition('/')
            is_there = True
            try:
                _os.stat(archive)
            except OSError:
                is_there = False
            if is_there or not front:
                raise ZipImportError('not a Zip file', path=path)
            inner.append(tail)
            archive = front
        if archive not in _zip_directory_cache:
            _zip_directory_cache[archive] = _read_directory(archive)
        self._files = _zip_directory_cache[archive]
        self.archive = archive
        self.prefix = '/'.join(reversed(inner))
        if self.prefix and not self.prefix.endswith('/'):
            self.prefix += '/'

    def __repr__(self):
        inner = '/' + self.prefix if self.prefix else ''
        return '<zipimporter object "{}{}">'.format(self.archive, inner)

    def _base(self, fullname):
        return self.prefix + fullname.rpartition('.')[2]

    def _locate(self, fullname):
        # (entry name, is package) of a module, or None.
        base = self._base(fullname)
        for ending, is_package, is_bytecode in _SEARCH_ORDER:
            if base + ending in self._files:
                return base + ending, is_package
        return None

    def _must_locate(self, fullname):
        found = self._locate(fullname)
        if found is None:
            raise ZipImportError("can't find module {!r}".format(fullname), name=fullname)
        return found

    def _code(self, fullname):
        # (code object, is package, path) of a module.
        base = self._base(fullname)
        for ending, is_package, is_bytecode in _SEARCH_ORDER:
            entry = self._files.get(base + ending)
            if entry is None:
                continue
            data = _get_data(self.archive, entry)
            if not is_bytecode:
                data = data.replace(b'\r\n', b'\n').replace(b'\r', b'\n')
                return compile(data, entry[0], 'exec', dont_inherit=True), is_package, entry[0]
            source = self._files.get(base + ending[:-1])
            code = _code_of_bytecode(entry[0], data, None if source is None else _entry_mtime(source))
            if code is not None:
                return code, is_package, entry[0]
        raise ZipImportError("can't find module {!r}".format(fullname), name=fullname)

    def find_module(self, fullname, path=None):
        """The importer itself when it has the module, else None."""
        return None if self._locate(fullname) is None else self

    def find_loader(self, fullname, path=None):
        """(loader, parts of a namespace package)."""
        if self._locate(fullname) is not None:
            return self, []
        folder = self._base(fullname) + '/'
        if folder in self._files:
            return None, ['{}/{}'.format(self.archive, folder[:-1])]
        return None, []

    def load_module(self, fullname):
        """Make, enter and run the module."""
        code, is_package, path = self._code(fullname)
        module = sys.modules.get(fullname)
        if module is None or not isinstance(module, type(sys)):
            module = sys.modules[fullname] = type(sys)(fullname)
        module.__loader__ = self
        if is_package:
            module.__path__ = ['{}/{}'.format(self.archive, self._base(fullname))]
        module.__dict__.setdefault('__builtins__', __builtins__)
        try:
            _fix_up_module(module.__dict__, fullname, path, path)
            exec(code, module.__dict__)
        except BaseException:
            sys.modules.pop(fullname, None)
            raise
        try:
            return sys.modules[fullname]
        except KeyError:
            raise ImportError('Loaded module {!r} not found in sys.modules'.format(fullname)) from None

    def get_code(self, fullname):
        """The module's code object."""
        return self._code(fullname)[0]

    def get_source(self, fullname):
        """The module's source text; None when there is only bytecode."""
        name, is_package = self._must_locate(fullname)
        if name.endswith('.pyc'):
            name = name[:-1]
        entry = self._files.get(name)
        return None if entry is None else _get_data(self.archive, entry).decode('utf-8')

    def get_filename(self, fullname):
        """What __file__ is."""
        return self._code(fullname)[2]

    def is_package(self, fullname):
        """Whether the module is a package."""
        return self._must_locate(fullname)[1]

    def get_data(self, pathname):
        """The bytes of an entry, named with the archive in front or without."""
        start = self.archive + '/'
        name = pathname[len(start):] if pathname.startswith(start) else pathname
        try:
            entry = self._files[name]
        except KeyError:
            raise OSError(0, 'Error', pathname) from None
        return _get_data(self.archive, entry)
