"""Compile source files to .pyc files."""

import os
import sys
import traceback

import importlib.machinery
import importlib.util
import importlib._bootstrap_external

__all__ = ['compile', 'main', 'PyCompileError']


class PyCompileError(Exception):
    """A file that does not compile: exc_type_name, exc_value, file, msg (the text to show)."""

    def __init__(self, exc_type, exc_value, file, msg=''):
        name = exc_type.__name__
        text = ''.join(traceback.format_exception_only(exc_type, exc_value))
        if exc_type is SyntaxError:
            text = text.replace('File "<string>"', 'File "%s"' % file)
        self.msg = msg or text
        Exception.__init__(self, self.msg, name, exc_value, file)
        self.exc_type_name = name
        self.exc_value = exc_value
        self.file = file

    def __str__(self):
        return self.msg


def _check_target(cfile):
    # A file that is put in place by renaming would replace these.
    if os.path.islink(cfile):
        raise FileExistsError('{} is a symlink and will be changed into a regular file if import writes a byte-compiled '
                              'file to it'.format(cfile))
    if os.path.exists(cfile) and not os.path.isfile(cfile):
        raise FileExistsError('{} is a non-regular file and will be changed into a regular one if import writes a '
                              'byte-compiled file to it'.format(cfile))


def compile(file, cfile=None, dfile=None, doraise=False, optimize=-1):
    """Compile a source file; the path of the .pyc file written.

    cfile: where to (None: into __pycache__); dfile: file name for messages; doraise: PyCompileError for wrong source
    instead of a message and None; optimize: as for the built-in compile().
    """
    external = importlib._bootstrap_external
    if cfile is None:
        if optimize >= 0:
            cfile = importlib.util.cache_from_source(file, optimization=optimize or '')
        else:
            cfile = importlib.util.cache_from_source(file)
    _check_target(cfile)
    loader = importlib.machinery.SourceFileLoader('<py_compile>', file)
    source = loader.get_data(file)
    try:
        code = loader.source_to_code(source, dfile or file, _optimize=optimize)
    except Exception as error:
        wrong = PyCompileError(error.__class__, error, dfile or file)
        if doraise:
            raise wrong
        sys.stderr.write(wrong.msg + '\n')
        return None
    folder = os.path.dirname(cfile)
    if folder:
        os.makedirs(folder, exist_ok=True)
    stats = loader.path_stats(file)
    data = external._code_to_bytecode(code, stats['mtime'], stats['size'])
    external._write_atomic(cfile, data, external._calc_mode(file))
    return cfile


def _compile_names(names):
    # Names from standard input: errors are told, and do not stop it.
    status = 0
    for name in names:
        try:
            compile(name.rstrip('\n'), doraise=True)
        except PyCompileError as error:
            status = 1
            sys.stderr.write('%s\n' % error.msg)
        except OSError as error:
            status = 1
            sys.stderr.write('%s\n' % error)
    return status


def main(args=None):
    """Compile the files named ('-': named on standard input); 1 when one failed."""
    if args is None:
        args = sys.argv[1:]
    if args == ['-']:
        return _compile_names(iter(sys.stdin.readline, ''))
    status = 0
    for name in args:
        try:
            compile(name, doraise=True)
        except PyCompileError as error:
            status = 1
            sys.stderr.write(error.msg)
    return status


if __name__ == '__main__':
    sys.exit(main())
