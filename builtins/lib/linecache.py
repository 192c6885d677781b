"""Lines of source files, kept for tracebacks and warnings."""

import os
import sys

__all__ = ["getline", "clearcache", "checkcache"]

# filename -> (size, mtime, lines, full name), or a function that loads the source when it is asked for.
cache = {}


def clearcache():
    """Forget every file."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """The line with its line end; '' when there is none."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ''


def getlines(filename, module_globals=None):
    """All lines of a file; [] when it cannot be read."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    lines = []
    try:
        lines = updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
    return lines


def checkcache(filename=None):
    """Forget files that changed on disk."""
    names = list(cache) if filename is None else [filename] if filename in cache else []
    for name in names:
        entry = cache[name]
        if len(entry) == 1 or entry[1] is None:
            continue   # not read yet, or not from a file
        size, mtime, _, fullname = entry
        try:
            now = os.stat(fullname)
            unchanged = (now.st_size, now.st_mtime) == (size, mtime)
        except OSError:
            unchanged = False
        if not unchanged:
            cache.pop(name, None)


def _decode(data):
    """Text of a source file: its declared encoding, UTF-8, or Latin-1 when all else fails."""
    encoding = 'utf-8-sig' if data.startswith(b'\xef\xbb\xbf') else 'utf-8'
    for line in data.split(b'\n', 2)[:2]:
        comment = line.partition(b'#')[2]
        mark = comment.find(b'coding')
        if mark >= 0 and comment[mark + 6:mark + 7] in (b':', b'='):
            words = comment[mark + 7:].split()
            if words:
                encoding = words[0].decode('latin-1')
            break
    for candidate in (encoding, 'latin-1'):
        try:
            return data.decode(candidate)
        except (UnicodeDecodeError, LookupError):
            pass
    return ''


def _split(text):
    text = text.replace('\r\n', '\n').replace('\r', '\n')
    lines = text.split('\n')
    tail = lines.pop()
    lines = [line + '\n' for line in lines]
    if tail:
        lines.append(tail + '\n')
    return lines


def _candidates(filename):
    yield filename
    if os.path.isabs(filename):
        return
    for folder in sys.path:
        if isinstance(folder, str):
            yield os.path.join(folder, filename)


def updatecache(filename, module_globals=None):
    """Read a file again and return its lines."""
    cache.pop(filename, None)
    if not filename or (filename.startswith('<') and filename.endswith('>')):
        return []
    for fullname in _candidates(filename):
        try:
            stat = os.stat(fullname)
            with open(fullname, 'rb') as file:
                lines = _split(_decode(file.read()))
        except OSError:
            if fullname == filename and lazycache(filename, module_globals):
                try:
                    source = cache[filename][0]()
                except (ImportError, OSError):
                    cache.pop(filename, None)
                    continue
                if source is None:
                    cache.pop(filename, None)
                    return []
                cache[filename] = len(source), None, _split(source), fullname
                return cache[filename][2]
            continue
        cache[filename] = stat.st_size, stat.st_mtime, lines, fullname
        return lines
    return []


def lazycache(filename, module_globals):
    """Remember that the module's loader can give the source; False when it cannot."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or (filename.startswith('<') and filename.endswith('>')):
        return False
    if not module_globals or '__loader__' not in module_globals:
        return False
    name = module_globals.get('__name__')
    get_source = getattr(module_globals['__loader__'], 'get_source', None)
    if not name or not get_source:
        return False
    cache[filename] = (lambda: get_source(name),)
    return True
