"""Compile all source files in folders to .pyc files."""

import importlib.util
import os
import py_compile
import struct
import sys

try:
    from concurrent.futures import ProcessPoolExecutor
except ImportError:
    ProcessPoolExecutor = None

__all__ = ['compile_dir', 'compile_file', 'compile_path']


def _walk_dir(dir, ddir=None, maxlevels=10, quiet=0):
    """Paths of the source files in a folder and its subfolders."""
    shown = os.fspath(dir) if isinstance(dir, os.PathLike) else dir
    if quiet < 1:
        print('Listing {!r}...'.format(shown))
    try:
        names = sorted(os.listdir(shown))
    except OSError:
        names = ()
        if quiet < 2:
            print("Can't list {!r}".format(shown))
    for name in names:
        path = os.path.join(shown, name)
        if name == '__pycache__':
            continue
        if not os.path.isdir(path):
            yield path
        elif maxlevels > 0 and name not in (os.curdir, os.pardir) and not os.path.islink(path):
            yield from _walk_dir(path, None if ddir is None else os.path.join(ddir, name), maxlevels - 1, quiet)


def compile_dir(dir, maxlevels=10, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, workers=1):
    """Compile all source files in a folder and, so deep, its subfolders; whether all went well.

    ddir: folder that the code objects shall name; force: also when the cache is up to date; rx: files whose path it
    finds are left out; quiet: 1 tells errors only, 2 nothing; legacy: .pyc beside the source; workers: so many
    processes (None: as many as there are processors) where there can be processes.
    """
    if workers is not None and workers < 0:
        raise ValueError('workers must be greater or equal to 0')
    success = True
    if workers != 1 and ProcessPoolExecutor is not None:
        from functools import partial
        compile_one = partial(compile_file, ddir=ddir, force=force, rx=rx, quiet=quiet, legacy=legacy, optimize=optimize)
        with ProcessPoolExecutor(max_workers=workers or None) as executor:
            results = executor.map(compile_one, _walk_dir(dir, ddir, maxlevels, quiet))
            return min(results, default=True)
    for path in _walk_dir(dir, ddir, maxlevels, quiet):
        if not compile_file(path, ddir, force, rx, quiet, legacy, optimize):
            success = False
    return success


def _is_fresh(path, cache):
    # Whether the cache carries the time of the source.
    wanted = struct.pack('<4sL', importlib.util.MAGIC_NUMBER, int(os.stat(path).st_mtime) & 0xFFFFFFFF)
    try:
        with open(cache, 'rb') as file:
            return file.read(8) == wanted
    except OSError:
        return False


def _report(path, error, quiet):
    if quiet >= 2:
        return
    if quiet:
        print('*** Error compiling {!r}...'.format(path))
    else:
        print('*** ', end='')
    if isinstance(error, py_compile.PyCompileError):
        encoding = sys.stdout.encoding or 'utf-8'
        print(error.msg.encode(encoding, errors='backslashreplace').decode(encoding))
    else:
        print(error.__class__.__name__ + ':', error)


def compile_file(fullname, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1):
    """Compile one source file (other files are passed over); whether it went well."""
    if quiet < 2 and isinstance(fullname, os.PathLike):
        fullname = os.fspath(fullname)
    name = os.path.basename(fullname)
    dfile = None if ddir is None else os.path.join(ddir, name)
    if rx is not None and rx.search(fullname) or not os.path.isfile(fullname) or not name.endswith('.py'):
        return True
    if legacy:
        cache = fullname + 'c'
    elif optimize >= 0:
        cache = importlib.util.cache_from_source(fullname, optimization=optimize if optimize >= 1 else '')
    else:
        cache = importlib.util.cache_from_source(fullname)
    if not force and _is_fresh(fullname, cache):
        return True
    if not quiet:
        print('Compiling {!r}...'.format(fullname))
    try:
        return py_compile.compile(fullname, cache, dfile, True, optimize=optimize) is not None
    except (py_compile.PyCompileError, SyntaxError, UnicodeError, OSError) as error:
        _report(fullname, error, quiet)
        return False


def compile_path(skip_curdir=1, maxlevels=0, force=False, quiet=0, legacy=False, optimize=-1):
    """Compile what is on sys.path; whether all went well."""
    success = True
    for place in sys.path:
        if skip_curdir and (not place or place == os.curdir):
            if quiet < 2:
                print('Skipping current directory')
        elif not compile_dir(place, maxlevels, None, force, quiet=quiet, legacy=legacy, optimize=optimize):
            success = False
    return success


# ---------------------------------------------------------------------------------------------- as a script

_USAGE = '''usage: compileall.py [-h] [-l] [-r RECURSION] [-f] [-q] [-b] [-d DESTDIR]
                     [-x REGEXP] [-i FILE] [-j WORKERS]
                     [FILE|DIR [FILE|DIR ...]]
'''
_HELP = '''
Compile the Python files named, and those in the folders named.

positional arguments:
  FILE|DIR              files and folders; without any, what is on sys.path,
                        without subfolders

optional arguments:
  -h, --help            show this help message and exit
  -l                    leave subfolders out
  -r RECURSION          how deep to go into subfolders; counts more than -l
  -f                    compile also when the cache is up to date
  -q                    tell errors only; -qq: nothing
  -b                    write .pyc files beside their sources
  -d DESTDIR            folder that tracebacks shall name instead
  -x REGEXP             leave out files whose path matches
  -i FILE               files and folders are listed in FILE; "-": on
                        standard input
  -j WORKERS, --workers WORKERS
                        so many processes; 0: one for each processor
'''


class _Options:
    def __init__(self):
        self.force = self.legacy = False
        self.quiet, self.recursion, self.workers = 0, 10, 1
        self.explicit_recursion = False
        self.destination = self.pattern = self.listing = None
        self.places = []


def _fail(text):
    sys.stderr.write(_USAGE + 'compileall.py: error: %s\n' % text)
    sys.exit(2)


def _number(option, text):
    try:
        return int(text)
    except ValueError:
        _fail('argument %s: invalid int value: %r' % (option, text))


def _take(options, letter, value):
    # One option that has a value.
    if letter == 'r':
        options.recursion, options.explicit_recursion = _number('-r', value), True
    elif letter == 'j':
        options.workers = _number('-j/--workers', value)
    elif letter == 'd':
        options.destination = value
    elif letter == 'x':
        options.pattern = value
    else:
        options.listing = value


def _read_options(arguments):
    options = _Options()
    arguments = list(arguments)
    while arguments:
        word = arguments.pop(0)
        if word == '--':
            options.places += arguments
            break
        if word in ('-h', '--help'):
            sys.stdout.write(_USAGE + _HELP)
            sys.exit(0)
        if word.startswith('--workers'):
            word = '-j' + word[len('--workers'):].lstrip('=')
        if not word.startswith('-') or word == '-':
            options.places.append(word)
            continue
        letters = word[1:]
        while letters:
            letter, letters = letters[0], letters[1:]
            if letter in 'rdxij':
                if not letters and not arguments:
                    _fail('argument -%s: expected one argument' % letter)
                _take(options, letter, letters or arguments.pop(0))
                break
            if letter == 'l':
                if not options.explicit_recursion:
                    options.recursion = 0
            elif letter == 'f':
                options.force = True
            elif letter == 'q':
                options.quiet += 1
            elif letter == 'b':
                options.legacy = True
            else:
                _fail('unrecognized arguments: %s' % word)
    return options


def _listed(name):
    # The lines of a file, or of standard input.
    file = sys.stdin if name == '-' else open(name)
    with file:
        return [line.strip() for line in file]


def main():
    """Compile what the command line names; whether all went well."""
    options = _read_options(sys.argv[1:])
    pattern = None
    if options.pattern:
        import re
        pattern = re.compile(options.pattern)
    places = options.places
    if options.listing:
        try:
            places = places + _listed(options.listing)
        except OSError:
            if options.quiet < 2:
                print('Error reading file list {}'.format(options.listing))
            return False
    if not places:
        return compile_path(legacy=options.legacy, force=options.force, quiet=options.quiet)
    success = True
    workers = options.workers or None
    try:
        for place in places:
            if os.path.isfile(place):
                good = compile_file(place, options.destination, options.force, pattern, options.quiet, options.legacy)
            else:
                good = compile_dir(place, options.recursion, options.destination, options.force, pattern, options.quiet,
                                   options.legacy, workers=workers)
            success = success and good
        return success
    except KeyboardInterrupt:
        if options.quiet < 2:
            print('\n[interrupted]')
        return False


if __name__ == '__main__':
    sys.exit(int(not main()))
