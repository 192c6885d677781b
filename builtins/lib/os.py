"""The operating system: files, folders, processes, the environment; over posix, with paths in os.path."""

import abc
import sys
import stat as st

import posix
from posix import *
try:
    from posix import _exit
except ImportError:
    pass

__all__ = ["altsep", "curdir", "pardir", "sep", "pathsep", "linesep", "defpath", "name", "path", "devnull", "SEEK_SET",
           "SEEK_CUR", "SEEK_END", "fsencode", "fsdecode", "get_exec_path", "fdopen", "popen", "extsep"]


def _get_exports_list(module):
    names = getattr(module, '__all__', None)
    return [name for name in dir(module) if name[:1] != '_'] if names is None else list(names)


def _exists(name):
    return name in globals()


__all__ += _get_exports_list(posix) + (['_exit'] if _exists('_exit') else [])

name = 'posix'
linesep = '\n'


def _names_of(*names):
    # The functions of posix that are there, for the supports_* sets; only with the system itself behind them.
    return {getattr(posix, n) for n in names if posix._have_functions}


# Modules that os.path needs find this one half made: these names must come first.

def _fspath(path):
    """Return the path representation of a path-like object: str and bytes as they are, others by __fspath__()."""
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    try:
        result = kind.__fspath__(path)
    except AttributeError:
        if hasattr(kind, '__fspath__'):
            raise
        raise TypeError("expected str, bytes or os.PathLike object, not " + kind.__name__) from None
    if isinstance(result, (str, bytes)):
        return result
    raise TypeError("expected {}.__fspath__() to return str or bytes, not {}".format(kind.__name__,
                                                                                     type(result).__name__))


if not hasattr(posix, 'fspath'):
    fspath = _fspath
    fspath.__name__ = 'fspath'

import posixpath as path

sys.modules['os.path'] = path
from posixpath import curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2

supports_dir_fd = _names_of('access', 'chmod', 'chown', 'link', 'mkdir', 'mkfifo', 'mknod', 'open', 'readlink',
                            'rename', 'rmdir', 'stat', 'symlink', 'unlink', 'utime')
supports_effective_ids = _names_of('access')
supports_fd = {posix.stat} | _names_of('chdir', 'chmod', 'chown', 'listdir', 'pathconf', 'statvfs', 'truncate',
                                       'utime')
supports_follow_symlinks = {posix.stat} | _names_of('access', 'chown', 'link', 'utime')
supports_bytes_environ = True
del _names_of

# ---------------------------------------------------------------------------------------------------------------
# Folders


def _split_last(name):
    # (folder, last part) of a path, whatever slashes end it.
    head, tail = path.split(name)
    return (head, tail) if tail else path.split(head)


def makedirs(name, mode=0o777, exist_ok=False):
    """makedirs(name [, mode=0o777][, exist_ok=False])

    Create a folder and all the folders above it that are missing. If the last one exists already, raise an OSError
    unless exist_ok is true.
    """
    above, last = _split_last(name)
    if above and last and not path.exists(above):
        try:
            makedirs(above, mode, exist_ok)
        except FileExistsError:
            pass   # somebody else made it meanwhile
        if last in ('.', b'.'):
            return   # "new/." is there once "new" is
    try:
        mkdir(name, mode)
    except OSError:
        # Not only FileExistsError: systems may report other faults of an existing folder first.
        if exist_ok and path.isdir(name):
            return
        raise


def removedirs(name):
    """Remove a folder, and then those above it as long as they are empty."""
    rmdir(name)
    above, last = _split_last(name)
    while above and last:
        try:
            rmdir(above)
        except OSError:
            return
        above, last = path.split(above)


def renames(old, new):
    """Rename, making the folders above new and removing those above old that become empty."""
    above, last = path.split(new)
    if last and above and not path.exists(above):
        makedirs(above)
    rename(old, new)
    above, last = path.split(old)
    if not (above and last):
        return
    try:
        removedirs(above)
    except OSError:
        pass


def _is_folder(entry):
    try:
        return entry.is_dir()
    except OSError:
        return False   # as path.isdir() has it


def _is_link(entry):
    try:
        return entry.is_symlink()
    except OSError:
        return False


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Directory tree generator: yields (dirpath, dirnames, filenames) for top and every folder below it.

    Top-down, the caller may change dirnames in place to leave out folders or set their order. Errors of listing are
    ignored, or passed to onerror. Links to folders are not followed unless followlinks is true.
    """
    top = fspath(top)
    dirs, nondirs, below = [], [], []
    try:
        with scandir(top) as entries:
            for entry in entries:
                if not _is_folder(entry):
                    nondirs.append(entry.name)
                    continue
                dirs.append(entry.name)
                if not topdown and (followlinks or not _is_link(entry)):
                    below.append(entry.path)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    if not topdown:
        for new_path in below:
            yield from walk(new_path, topdown, onerror, followlinks)
        yield top, dirs, nondirs
        return
    yield top, dirs, nondirs
    for name in dirs:
        new_path = path.join(top, name)
        # Looked at now: the caller may have changed the tree.
        if followlinks or not path.islink(new_path):
            yield from walk(new_path, topdown, onerror, followlinks)


def fwalk(top=".", topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """Like walk(), but yields (dirpath, dirnames, filenames, dirfd); dirfd is open until the next step."""
    if not isinstance(top, int) or not hasattr(top, '__index__'):
        top = fspath(top)
    before = stat(top, follow_symlinks=False, dir_fd=dir_fd)
    topfd = open(top, O_RDONLY, dir_fd=dir_fd)
    try:
        if follow_symlinks or (st.S_ISDIR(before.st_mode) and path.samestat(before, stat(topfd))):
            yield from _fwalk(topfd, top, topdown, onerror, follow_symlinks)
    finally:
        close(topfd)


def _fwalk(topfd, toppath, topdown, onerror, follow_symlinks):
    names = listdir(topfd)
    if isinstance(toppath, bytes):
        names = [fsencode(name) for name in names]
    dirs, nondirs = [], []
    for name in names:
        try:
            is_folder = st.S_ISDIR(stat(name, dir_fd=topfd).st_mode)
        except OSError:
            # A broken link is listed too; a file that has just gone is not.
            try:
                if not st.S_ISLNK(stat(name, dir_fd=topfd, follow_symlinks=False).st_mode):
                    continue
            except OSError:
                continue
            is_folder = False
        (dirs if is_folder else nondirs).append(name)
    if topdown:
        yield toppath, dirs, nondirs, topfd
    for name in dirs:
        try:
            before = stat(name, dir_fd=topfd, follow_symlinks=follow_symlinks)
            dirfd = open(name, O_RDONLY, dir_fd=topfd)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        try:
            if follow_symlinks or path.samestat(before, stat(dirfd)):
                yield from _fwalk(dirfd, path.join(toppath, name), topdown, onerror, follow_symlinks)
        finally:
            close(dirfd)
    if not topdown:
        yield toppath, dirs, nondirs, topfd


# ---------------------------------------------------------------------------------------------------------------
# Running programs


def execl(file, *args):
    """Execute the executable file with argument list args, replacing the current process."""
    execv(file, args)


def execle(file, *args):
    """Execute the executable file with argument list args and environment env (the last argument)."""
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    """Execute the executable file (searched for along $PATH) with argument list args."""
    execvp(file, args)


def execlpe(file, *args):
    """Execute the executable file (searched for along $PATH) with args and environment env (the last argument)."""
    execvpe(file, args[:-1], args[-1])


def execvp(file, args):
    """Execute the executable file (searched for along $PATH) with argument list args."""
    _execvpe(file, args)


def execvpe(file, args, env):
    """Execute the executable file (searched for along $PATH) with argument list args and environment env."""
    _execvpe(file, args, env)


def _execvpe(file, args, env=None):
    if env is None:
        run, rest, env = execv, (args,), environ
    else:
        run, rest = execve, (args, env)
    head, tail = path.split(file)
    if head:
        run(file, *rest)
        return
    folders = get_exec_path(env)
    # Bytes whatever the file is: what the system takes.
    file = fsencode(file)
    folders = map(fsencode, folders)
    first = last = None
    for folder in folders:
        try:
            run(path.join(folder, file), *rest)
        except OSError as error:
            last = error
            # "No such file" tells less than any other fault.
            if first is None and not isinstance(error, (FileNotFoundError, NotADirectoryError)):
                first = error
    raise first or last


def get_exec_path(env=None):
    """Returns the sequence of directories that will be searched for the named executable.

    env must be an environment variable dict or None; os.environ is used then.
    """
    if env is None:
        env = environ
    try:
        value = env.get('PATH')
    except TypeError:
        value = None
    try:
        value_b = env[b'PATH']
    except (KeyError, TypeError):
        pass
    else:
        if value is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        value = value_b
    if value is None:
        value = defpath
    if isinstance(value, bytes):
        value = fsdecode(value)
    return value.split(pathsep)


P_WAIT = 0
P_NOWAIT = P_NOWAITO = 1


def _spawn(mode, run, *arguments):
    args = arguments[1]
    if not isinstance(args, (tuple, list)):
        raise TypeError('argv must be a tuple or a list')
    if not args or not args[0]:
        raise ValueError('argv first element cannot be empty')
    pid = fork()
    if not pid:
        try:
            run(*arguments)
        except:
            _exit(127)
    if mode == P_NOWAIT:
        return pid
    while True:
        status = waitpid(pid, 0)[1]
        if WIFSTOPPED(status):
            continue
        if WIFSIGNALED(status):
            return -WTERMSIG(status)
        if WIFEXITED(status):
            return WEXITSTATUS(status)
        raise OSError("Not stopped, signaled or exited???")


def spawnv(mode, file, args):
    """Execute file with arguments from args in a subprocess; returns its pid (P_NOWAIT) or its exit code (P_WAIT)."""
    return _spawn(mode, execv, file, args)


def spawnve(mode, file, args, env):
    """Like spawnv(), with the environment env."""
    return _spawn(mode, execve, file, args, env)


def spawnvp(mode, file, args):
    """Like spawnv(), looking for the file along $PATH."""
    return _spawn(mode, execvp, file, args)


def spawnvpe(mode, file, args, env):
    """Like spawnve(), looking for the file along $PATH."""
    return _spawn(mode, execvpe, file, args, env)


def spawnl(mode, file, *args):
    """Like spawnv(), with the arguments one by one."""
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    """Like spawnve(), with the arguments one by one and the environment last."""
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    """Like spawnvp(), with the arguments one by one."""
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    """Like spawnvpe(), with the arguments one by one and the environment last."""
    return spawnvpe(mode, file, args[:-1], args[-1])


__all__ += ["makedirs", "removedirs", "renames", "walk", "fwalk", "execl", "execle", "execlp", "execlpe", "execvp",
            "execvpe", "P_WAIT", "P_NOWAIT", "P_NOWAITO", "spawnv", "spawnve", "spawnvp", "spawnvpe", "spawnl",
            "spawnle", "spawnlp", "spawnlpe", "environ", "environb", "getenv", "getenvb", "putenv", "unsetenv",
            "supports_bytes_environ", "PathLike"]


def popen(cmd, mode="r", buffering=-1):
    """Run a shell command with a pipe to (mode "w") or from it (mode "r")."""
    if not isinstance(cmd, str):
        raise TypeError("invalid cmd type (%s, expected string)" % type(cmd))
    if mode not in ("r", "w"):
        raise ValueError("invalid mode %r" % mode)
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    import subprocess, io
    if mode == "r":
        proc = subprocess.Popen(cmd, shell=True, stdout=subprocess.PIPE, bufsize=buffering)
        return _wrap_close(io.TextIOWrapper(proc.stdout), proc)
    proc = subprocess.Popen(cmd, shell=True, stdin=subprocess.PIPE, bufsize=buffering)
    return _wrap_close(io.TextIOWrapper(proc.stdin), proc)


class _wrap_close:
    # The pipe of popen(): closing it waits for the command and returns its status.

    def __init__(self, stream, proc):
        self._stream = stream
        self._proc = proc

    def close(self):
        self._stream.close()
        returncode = self._proc.wait()
        return None if returncode == 0 else returncode << 8

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def fdopen(fd, *args, **kwargs):
    """A file object for a file descriptor."""
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    import io
    return io.open(fd, *args, **kwargs)


# ---------------------------------------------------------------------------------------------------------------
# The environment, and names as bytes

_fs_encoding = sys.getfilesystemencoding()
_fs_errors = sys.getfilesystemencodeerrors()


def fsencode(filename):
    """Encode a path with the file system encoding; bytes stay as they are."""
    filename = fspath(filename)
    return filename.encode(_fs_encoding, _fs_errors) if isinstance(filename, str) else filename


def fsdecode(filename):
    """Decode a path with the file system encoding; str stays as it is."""
    filename = fspath(filename)
    return filename.decode(_fs_encoding, _fs_errors) if isinstance(filename, bytes) else filename


from _collections_abc import MutableMapping as _MutableMapping


class _Environ(_MutableMapping):
    """The environment: changes are passed to the system."""

    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue, putenv, unsetenv):
        # _data has what the system has: bytes.
        self._data = data
        self.encodekey, self.decodekey = encodekey, decodekey
        self.encodevalue, self.decodevalue = encodevalue, decodevalue
        self.putenv, self.unsetenv = putenv, unsetenv

    def __getitem__(self, key):
        try:
            raw = self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None   # the key as the caller wrote it
        return self.decodevalue(raw)

    def __delitem__(self, key):
        raw = self.encodekey(key)
        self.unsetenv(raw)
        if raw not in self._data:
            raise KeyError(key)
        del self._data[raw]

    def __setitem__(self, key, value):
        raw, raw_value = self.encodekey(key), self.encodevalue(value)
        self.putenv(raw, raw_value)
        self._data[raw] = raw_value

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return 'environ({%s})' % ', '.join('%r: %r' % item for item in self.items())

    def setdefault(self, key, value):
        # The value as it is stored, which encoding may have changed.
        if key not in self:
            self[key] = value
        return self[key]

    def copy(self):
        return dict(self)


def _encode_text(value):
    if not isinstance(value, str):
        raise TypeError("str expected, not %s" % type(value).__name__)
    return value.encode(_fs_encoding, 'surrogateescape')


def _decode_text(value):
    return value.decode(_fs_encoding, 'surrogateescape')


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError("bytes expected, not %s" % type(value).__name__)
    return value


def _missing_putenv(*args):
    pass


_putenv = getattr(posix, 'putenv', _missing_putenv)
_unsetenv = getattr(posix, 'unsetenv', _missing_putenv)
environ = _Environ(getattr(posix, 'environ', {}), _encode_text, _decode_text, _encode_text, _decode_text, _putenv,
                   _unsetenv)
environb = _Environ(environ._data, _check_bytes, bytes, _check_bytes, bytes, _putenv, _unsetenv)


def getenv(key, default=None):
    """Get an environment variable, return None if it doesn't exist, or the second argument."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """Get an environment variable as bytes, return None if it doesn't exist, or the second argument."""
    return environb.get(key, default)


class PathLike(abc.ABC):
    """Objects that stand for a path: classes with __fspath__() belong here without saying so."""

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, '__fspath__')

    @abc.abstractmethod
    def __fspath__(self):
        """The path as str or bytes."""
        raise NotImplementedError


if _exists('WIFEXITED'):
    def waitstatus_to_exitcode(status):
        """The exit code of a wait status: the negative number of the signal for a process that a signal ended."""
        if WIFEXITED(status):
            return WEXITSTATUS(status)
        if WIFSIGNALED(status):
            return -WTERMSIG(status)
        if WIFSTOPPED(status):
            raise ValueError('process stopped by delivery of signal %d' % WSTOPSIG(status))
        raise ValueError('invalid wait status: %d' % status)
    __all__.append('waitstatus_to_exitcode')


if _exists('sched_getaffinity'):
    def process_cpu_count():
        """Number of CPUs that the process may use."""
        return len(sched_getaffinity(0))
    __all__.append('process_cpu_count')
