"""What the path modules of all systems have in common."""

import os
import stat

__all__ = ['commonprefix', 'exists', 'getatime', 'getctime', 'getmtime', 'getsize', 'isdir', 'isfile', 'samefile',
           'sameopenfile', 'samestat']


def _status(path):
    # None when there is nothing, or nothing to be seen.
    try:
        return os.stat(path)
    except OSError:
        return None


def exists(path):
    """Whether there is a file or folder; a link that leads nowhere does not count."""
    return _status(path) is not None


def isfile(path):
    """Whether the path leads to a regular file."""
    status = _status(path)
    return status is not None and stat.S_ISREG(status.st_mode)


def isdir(s):
    """Whether the path leads to a folder."""
    status = _status(s)
    return status is not None and stat.S_ISDIR(status.st_mode)


def getatime(filename):
    """Time of the last access."""
    return os.stat(filename).st_atime


def getctime(filename):
    """Time of the last change of the file's status."""
    return os.stat(filename).st_ctime


def getmtime(filename):
    """Time of the last change of the file's contents."""
    return os.stat(filename).st_mtime


def getsize(filename):
    """Size of a file in bytes."""
    return os.stat(filename).st_size


def commonprefix(m):
    """Given a list of pathnames, returns the longest common leading component (character by character)"""
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(os.fspath, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def samestat(s1, s2):
    """Whether two results of stat() are of one file."""
    return (s1.st_dev, s1.st_ino) == (s2.st_dev, s2.st_ino)


def samefile(f1, f2):
    """Whether two paths lead to one file."""
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    """Whether two descriptors are of one file."""
    return samestat(os.fstat(fp1), os.fstat(fp2))


def _splitext(p, sep, altsep, extsep):
    """Split the extension from a pathname; leading dots of the file's name do not begin one."""
    start = p.rfind(sep) + 1
    if altsep:
        start = max(start, p.rfind(altsep) + 1)
    dot = p.rfind(extsep)
    if dot >= start and p[start:dot].strip(extsep):
        return p[:dot], p[dot:]
    return p, p[:0]


def _check_arg_types(funcname, *args):
    # Says what is wrong with arguments that could not be joined.
    kinds = set()
    for part in args:
        kind = str if isinstance(part, str) else bytes if isinstance(part, bytes) else None
        if kind is None:
            raise TypeError('%s() argument must be str or bytes, not %r' % (funcname, type(part).__name__)) from None
        kinds.add(kind)
    if len(kinds) == 2:
        raise TypeError("Can't mix strings and bytes in path components") from None
