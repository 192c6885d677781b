"""File names that match shell patterns; ** stands for any number of folders when asked for."""

import fnmatch
import os
import re

__all__ = ['glob', 'iglob', 'escape']

magic_check = re.compile('([*?[])')
magic_check_bytes = re.compile(b'([*?[])')


def glob(pathname, *, recursive=False):
    """List of the existing paths that match."""
    return list(iglob(pathname, recursive=recursive))


def iglob(pathname, *, recursive=False):
    """Iterator over the existing paths that match."""
    found = _iglob(pathname, recursive, False)
    if recursive and _isrecursive(pathname):
        next(found)   # ** also matches nothing: the empty path
    return found


def _iglob(pathname, recursive, dironly):
    dirname, basename = os.path.split(pathname)
    if not has_magic(pathname):
        if os.path.lexists(pathname) if basename else os.path.isdir(dirname):
            yield pathname
        return
    if recursive and _isrecursive(basename):
        entries = _glob2
    elif has_magic(basename):
        entries = _glob1
    else:
        entries = _glob0
    if not dirname:
        yield from entries(dirname, basename, dironly)
        return
    # A drive or a share may hold characters of patterns: split() returns it unchanged.
    if dirname != pathname and has_magic(dirname):
        folders = _iglob(dirname, recursive, True)
    else:
        folders = [dirname]
    for folder in folders:
        for name in entries(folder, basename, dironly):
            yield os.path.join(folder, name)


def _glob1(dirname, pattern, dironly):
    """Names in a folder that match."""
    names = _iterdir(dirname, dironly)
    if not _ishidden(pattern):
        names = (name for name in names if not _ishidden(name))
    return fnmatch.filter(names, pattern)


def _glob0(dirname, basename, dironly):
    """The name itself if there is one; '' means the folder itself."""
    if basename:
        exists = os.path.lexists(os.path.join(dirname, basename))
    else:
        exists = os.path.isdir(dirname)
    return [basename] if exists else []


def glob0(dirname, pattern):
    return _glob0(dirname, pattern, False)


def glob1(dirname, pattern):
    return _glob1(dirname, pattern, False)


def _glob2(dirname, pattern, dironly):
    """Everything below a folder, and first the folder itself as the empty name."""
    yield pattern[:0]
    yield from _rlistdir(dirname, dironly)


def _iterdir(dirname, dironly):
    if not dirname:
        dirname = bytes(os.curdir, 'ASCII') if isinstance(dirname, bytes) else os.curdir
    try:
        with os.scandir(dirname) as entries:
            for entry in entries:
                if not dironly or _is_folder(entry):
                    yield entry.name
    except OSError:
        pass   # what cannot be listed has nothing that fits


def _is_folder(entry):
    try:
        return entry.is_dir()
    except OSError:
        return False


def _rlistdir(dirname, dironly):
    for name in list(_iterdir(dirname, dironly)):
        if _ishidden(name):
            continue
        yield name
        path = os.path.join(dirname, name) if dirname else name
        for below in _rlistdir(path, dironly):
            yield os.path.join(name, below)


def has_magic(s):
    check = magic_check_bytes if isinstance(s, bytes) else magic_check
    return check.search(s) is not None


def _ishidden(path):
    return path[0] in ('.', b'.'[0])


def _isrecursive(pattern):
    return pattern == (b'**' if isinstance(pattern, bytes) else '**')


def escape(pathname):
    """The path with its special characters in brackets, so that it matches only itself."""
    drive, pathname = os.path.splitdrive(pathname)
    if isinstance(pathname, bytes):
        return drive + magic_check_bytes.sub(br'[\1]', pathname)
    return drive + magic_check.sub(r'[\1]', pathname)
