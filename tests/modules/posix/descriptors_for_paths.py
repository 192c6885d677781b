# Paths relative to an open folder, descriptors in the place of paths, links that are not followed.
import os
import stat

place = '/tmp/krait-descriptors-%d' % os.getpid()
os.mkdir(place)
os.chdir(place)
open('file', 'w').close()
os.symlink('file', 'link')
os.mkdir('folder')
folder = os.open('folder', os.O_RDONLY)
file = os.open('file', os.O_RDWR)
here = os.open('.', os.O_RDONLY)


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
    except Exception as e:
        result = '%s: %s' % (type(e).__name__, e)
    if isinstance(result, os.stat_result):
        result = stat.filemode(result.st_mode)
    print(f.__name__, result)


print(os.stat in os.supports_dir_fd, os.lstat in os.supports_dir_fd, os.open in os.supports_dir_fd)  # expect: True False True
print(os.utime in os.supports_fd, os.stat in os.supports_follow_symlinks, os.access in os.supports_effective_ids)  # expect: True True True

new = os.open('new', os.O_CREAT | os.O_WRONLY, 0o640, dir_fd=folder)
os.write(new, b'text')
os.close(new)
print(os.listdir('folder'), os.listdir(folder))  # expect: ['new'] ['new']
attempt(os.stat, 'new', dir_fd=folder)  # expect: stat -rw-r-----
attempt(os.lstat, 'link', dir_fd=here)  # expect: lstat lrwxrwxrwx
attempt(os.stat, 'link', dir_fd=here)  # expect: stat -rw-r--r--
attempt(os.stat, 'link', dir_fd=here, follow_symlinks=False)  # expect: stat lrwxrwxrwx
attempt(os.access, 'new', os.R_OK, dir_fd=folder)  # expect: access True
attempt(os.access, 'new', os.R_OK, dir_fd=here)  # expect: access False
attempt(os.access, 'new', os.R_OK, dir_fd=folder, effective_ids=True, follow_symlinks=False)  # expect: access True
attempt(os.chmod, 'new', 0o600, dir_fd=folder)  # expect: chmod None
attempt(os.chmod, file, 0o600)  # expect: chmod None
attempt(os.stat, file)  # expect: stat -rw-------
attempt(os.chmod, 'link', 0o644, follow_symlinks=False)  # expect: chmod NotImplementedError: chmod: follow_symlinks unavailable on this platform
attempt(os.link, 'new', 'twin', src_dir_fd=folder, dst_dir_fd=here)  # expect: link None
attempt(os.rename, 'twin', 'other', src_dir_fd=here, dst_dir_fd=folder)  # expect: rename None
attempt(os.replace, 'other', 'new', src_dir_fd=folder, dst_dir_fd=folder)  # expect: replace None
attempt(os.symlink, 'new', 'to_new', dir_fd=folder)  # expect: symlink None
attempt(os.readlink, 'to_new', dir_fd=folder)  # expect: readlink new
attempt(os.unlink, 'to_new', dir_fd=folder)  # expect: unlink None
attempt(os.mkdir, 'inner', dir_fd=folder)  # expect: mkdir None
attempt(os.rmdir, 'inner', dir_fd=folder)  # expect: rmdir None
attempt(os.mkfifo, 'pipe', dir_fd=folder)  # expect: mkfifo None
attempt(os.stat, 'pipe', dir_fd=folder)  # expect: stat prw-r--r--
attempt(os.remove, 'pipe', dir_fd=folder)  # expect: remove None
attempt(os.utime, 'new', (1, 2), dir_fd=folder)  # expect: utime None
attempt(os.utime, file, (3, 4))  # expect: utime None
attempt(os.utime, 'link', (5.5, -6.25), follow_symlinks=False)  # expect: utime None
print(os.stat('folder/new').st_mtime, os.stat('file').st_mtime, os.lstat('link').st_atime, os.lstat('link').st_mtime)  # expect: 2.0 4.0 5.5 -6.25
attempt(os.utime, file, (1, 1), dir_fd=folder)  # expect: utime ValueError: utime: can't specify dir_fd without matching path
attempt(os.utime, file, (1, 1), follow_symlinks=False)  # expect: utime ValueError: utime: cannot use fd and follow_symlinks together
attempt(os.stat, file, dir_fd=folder)  # expect: stat ValueError: stat: can't specify dir_fd without matching path
attempt(os.stat, 'new', dir_fd='x')  # expect: stat TypeError: argument should be integer or None, not str
attempt(os.stat, 'new', dir_fd=1.5)  # expect: stat TypeError: argument should be integer or None, not float
attempt(os.stat, 'new', dir_fd=-1)  # expect: stat OSError: [Errno 9] Bad file descriptor: 'new'
attempt(os.stat, 'new', dir_fd=1 << 80)  # expect: stat OverflowError: fd is greater than maximum
attempt(os.stat, 'new', dir_fd=file)  # expect: stat NotADirectoryError: [Errno 20] Not a directory: 'new'
attempt(os.stat, '', dir_fd=folder)  # expect: stat FileNotFoundError: [Errno 2] No such file or directory: ''
attempt(os.stat, '/', dir_fd=1000)  # expect: stat drwxr-xr-x
attempt(os.listdir, file)  # expect: listdir NotADirectoryError: [Errno 20] Not a directory: 4
attempt(os.chdir, folder)  # expect: chdir None
print(os.listdir())  # expect: ['new', 'other']
attempt(os.chdir, file)  # expect: chdir NotADirectoryError: [Errno 20] Not a directory: 4
for env in ({'A=B': 'c'}, {'': 'c'}, {'A\0': 'c'}, {'A': 'b\0'}, [], [('A', 'b')]):
    try:
        os.execve('/bin/false', ['false'], env)
    except Exception as e:
        print(type(e).__name__)
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: AttributeError
# expect: AttributeError

os.chdir('/')
for name in ('folder/new', 'folder/other', 'file', 'link'):
    os.remove(os.path.join(place, name))
os.rmdir(place + '/folder')
os.rmdir(place)
