"""Pathnames of POSIX systems; also available as os.path."""

import os
import stat
import genericpath
from genericpath import *

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = ':/bin:/usr/bin'
altsep = None
devnull = '/dev/null'

__all__ = ["normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname", "commonprefix",
           "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount",
           "expanduser", "expandvars", "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir",
           "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath",
           "supports_unicode_filenames", "relpath", "commonpath"]

supports_unicode_filenames = False


def _get_sep(path):
    return b'/' if isinstance(path, bytes) else '/'


def normcase(s):
    """Normalize case of pathname.  Has no effect under Posix"""
    s = os.fspath(s)
    if not isinstance(s, (bytes, str)):
        raise TypeError("normcase() argument must be str or bytes, not '{}'".format(s.__class__.__name__))
    return s


def isabs(s):
    """Test whether a path is absolute"""
    s = os.fspath(s)
    return s.startswith(_get_sep(s))


def join(a, *p):
    """Join pathname components with '/' where needed; an absolute component discards all before it."""
    path = os.fspath(a)
    sep = _get_sep(path)
    try:
        if not p:
            path[:0] + sep   # for the error of other types
        for part in p:
            part = os.fspath(part)
            if part.startswith(sep):
                path = part
            elif path and not path.endswith(sep):
                path = path + sep + part
            else:
                path = path + part
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types('join', a if isinstance(a, (str, bytes)) else os.fspath(a), *p)
        raise
    return path


def split(p):
    """Split a pathname.  Returns tuple "(head, tail)" where "tail" is everything after the final slash."""
    p = os.fspath(p)
    sep = _get_sep(p)
    cut = p.rfind(sep) + 1
    head, tail = p[:cut], p[cut:]
    return head.rstrip(sep) or head, tail


def splitext(p):
    """Split the extension from a pathname: returns "(root, ext)", either part may be empty."""
    p = os.fspath(p)
    if isinstance(p, bytes):
        return genericpath._splitext(p, b'/', None, b'.')
    return genericpath._splitext(p, '/', None, '.')


splitext.__doc__ = genericpath._splitext.__doc__


def splitdrive(p):
    """Split a pathname into drive and path. On Posix, drive is always empty."""
    p = os.fspath(p)
    return p[:0], p


def basename(p):
    """Returns the final component of a pathname"""
    return split(p)[1]


def dirname(p):
    """Returns the directory component of a pathname"""
    return split(p)[0]


def _link_status(path):
    # Of the file or link itself; None when there is none.
    try:
        return os.lstat(path)
    except OSError:
        return None


def islink(path):
    """Whether the path is a symbolic link."""
    status = _link_status(path)
    return status is not None and stat.S_ISLNK(status.st_mode)


def lexists(path):
    """Whether there is anything of that name, be it a link that leads nowhere."""
    return _link_status(path) is not None


def ismount(path):
    """Test whether a path is a mount point"""
    try:
        here = os.lstat(path)
    except OSError:
        return False
    if stat.S_ISLNK(here.st_mode):
        return False
    parent = realpath(join(path, b'..' if isinstance(path, bytes) else '..'))
    try:
        above = os.lstat(parent)
    except OSError:
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def expanduser(path):
    """Expand ~ and ~user constructions.  If user or $HOME is unknown, do nothing."""
    path = os.fspath(path)
    is_bytes = isinstance(path, bytes)
    tilde, sep = (b'~', b'/') if is_bytes else ('~', '/')
    if not path.startswith(tilde):
        return path
    end = path.find(sep, 1)
    if end < 0:
        end = len(path)
    if end == 1:
        if 'HOME' in os.environ:
            home = os.environ['HOME']
        else:
            try:
                import pwd
                home = pwd.getpwuid(os.getuid()).pw_dir
            except (ImportError, KeyError):
                return path
    else:
        name = path[1:end]
        try:
            import pwd
            home = pwd.getpwnam(os.fsdecode(name) if is_bytes else name).pw_dir
        except (ImportError, KeyError):
            return path
    if is_bytes:
        home = os.fsencode(home)
    return (home.rstrip(sep) + path[end:]) or sep


_VARIABLE = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_')


def expandvars(path):
    """Expand shell variables of form $var and ${var}.  Unknown variables are left unchanged."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        if b'$' not in path:
            return path
        # Latin-1 shows every byte as a character; values come from environb.
        environ = getattr(os, 'environb', None)
        if environ is None:
            return os.fsencode(expandvars(os.fsdecode(path)))
        def lookup(name):
            return environ[name.encode('latin-1')].decode('latin-1')
        return _expand(path.decode('latin-1'), lookup).encode('latin-1')
    if '$' not in path:
        return path
    return _expand(path, os.environ.__getitem__)


def _expand(text, lookup):
    out = []
    i = 0
    while True:
        start = text.find('$', i)
        if start < 0:
            return ''.join(out) + text[i:]
        out.append(text[i:start])
        end = start + 1
        if text[end:end + 1] == '{':
            close = text.find('}', end)
            name = text[end + 1:close] if close >= 0 else ''
            end = close + 1
        else:
            while end < len(text) and text[end] in _VARIABLE:
                end += 1
            name = text[start + 1:end]
        if not name:
            out.append('$')
            i = start + 1
            continue
        try:
            out.append(lookup(name))
        except KeyError:
            out.append(text[start:end])
        i = end


def normpath(path):
    """Normalize path, eliminating double slashes, etc."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        sep, empty, dot, dotdot = b'/', b'', b'.', b'..'
    else:
        sep, empty, dot, dotdot = '/', '', '.', '..'
    if path == empty:
        return dot
    # Exactly two slashes at the start are kept: POSIX lets them mean something.
    slashes = 0
    if path.startswith(sep):
        slashes = 2 if path.startswith(sep * 2) and not path.startswith(sep * 3) else 1
    parts = []
    for part in path.split(sep):
        if part == empty or part == dot:
            continue
        if part == dotdot and (parts and parts[-1] != dotdot):
            parts.pop()
        elif part != dotdot or not slashes:
            parts.append(part)
    return (sep * slashes + sep.join(parts)) or dot


def abspath(path):
    """Return an absolute path."""
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(filename):
    """Return the canonical path of the specified filename, eliminating any symbolic links encountered in the path."""
    filename = os.fspath(filename)
    return abspath(_resolve(filename[:0], filename, {})[0])


def _resolve(path, rest, seen):
    # Follows the links of rest, below path; false with the result when there is a loop. seen: link -> target, None
    # while it is being resolved.
    if isinstance(path, bytes):
        sep, dot, dotdot = b'/', b'.', b'..'
    else:
        sep, dot, dotdot = '/', '.', '..'
    if isabs(rest):
        rest = rest[1:]
        path = sep
    while rest:
        name, _, rest = rest.partition(sep)
        if not name or name == dot:
            continue
        if name == dotdot:
            if path:
                path, last = split(path)
                if last == dotdot:
                    path = join(path, dotdot, dotdot)
            else:
                path = dotdot
            continue
        target = join(path, name)
        if not islink(target):
            path = target
            continue
        if target in seen:
            path = seen[target]
            if path is not None:
                continue
            return join(target, rest), False
        seen[target] = None
        path, ok = _resolve(path, os.readlink(target), seen)
        if not ok:
            return join(path, rest), False
        seen[target] = path
    return path, True


def relpath(path, start=None):
    """The path as it is written when standing in the folder start (by default the current one)."""
    if not path:
        raise ValueError("no path specified")
    path = os.fspath(path)
    dot, sep, dotdot = (b'.', b'/', b'..') if isinstance(path, bytes) else ('.', '/', '..')
    start = dot if start is None else os.fspath(start)
    try:
        here = [part for part in abspath(start).split(sep) if part]
        there = [part for part in abspath(path).split(sep) if part]
        common = len(commonprefix([here, there]))
        parts = [dotdot] * (len(here) - common) + there[common:]
        return join(*parts) if parts else dot
    except (TypeError, AttributeError, BytesWarning, DeprecationWarning):
        genericpath._check_arg_types('relpath', path, start)
        raise


def commonpath(paths):
    """The longest path that all of the paths begin with, in whole parts."""
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    paths = tuple(map(os.fspath, paths))
    sep, dot = (b'/', b'.') if isinstance(paths[0], bytes) else ('/', '.')
    try:
        kinds = {path.startswith(sep) for path in paths}
        if len(kinds) != 1:
            raise ValueError("Can't mix absolute and relative paths")
        split_paths = [[part for part in path.split(sep) if part and part != dot] for path in paths]
        common = commonprefix(split_paths)
        return (sep if kinds.pop() else sep[:0]) + sep.join(common)
    except (TypeError, AttributeError):
        genericpath._check_arg_types('commonpath', *paths)
        raise
