# The calls for privileged processes, settings and several buffers.
import os
import stat



def error(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except (OSError, TypeError, ValueError, OverflowError, BufferError) as e:
        return type(e).__name__, str(e)
    return result


folder = "/tmp/krait-posix-%d" % os.getpid()
os.mkdir(folder)
path = os.path.join(folder, 'node')
os.mknod(path, 0o600 | stat.S_IFIFO)
print(stat.S_ISFIFO(os.stat(path).st_mode))  # expect: True
print(error(os.mknod, path, 0o600 | stat.S_IFIFO)[0])  # expect: FileExistsError
os.unlink(path)

r, w = os.pipe()
print(os.writev(w, [b'ab', bytearray(b'cde'), memoryview(b'f')]))  # expect: 6
first, second = bytearray(4), bytearray(4)
print(os.readv(r, [first, second]), first, second)  # expect: 6 bytearray(b'abcd') bytearray(b'ef\x00\x00')
print(error(os.readv, r, 5))  # expect: ('TypeError', 'readv() arg 2 must be a sequence')
print(error(os.writev, w, ['x']))  # expect: ('TypeError', "a bytes-like object is required, not 'str'")
print(error(os.readv, r, [b'']))  # expect: ('BufferError', 'Object is not writable.')
print(error(os.fpathconf, r, 'PC_PIPE_BUF'), error(os.fpathconf, r, 'PC_NO_SUCH'), error(os.fpathconf, r, 1.5))  # expect: 4096 ('ValueError', 'unrecognized configuration name') ('TypeError', 'configuration names must be strings or integers')
print(error(os.lockf, 9999, os.F_TEST, 0))  # expect: ('OSError', '[Errno 9] Bad file descriptor')
with open(path, 'wb') as file:
    print(os.lockf(file.fileno(), os.F_LOCK, 0), os.posix_fallocate(file.fileno(), 0, 100))  # expect: None None
    print(os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_NORMAL), os.fstatvfs(file.fileno()).f_bsize > 0)  # expect: None True
    print(os.fchown(file.fileno(), -1, -1), os.lchown(path, -1, -1))  # expect: None None
print(os.stat(path).st_size, os.pathconf(path, 'PC_NAME_MAX'))  # expect: 100 255
print(error(os.getxattr, path, 'user.no_such')[0])  # expect: OSError
print(error(os.getxattr, path, 'user.x\0'))  # expect: ('ValueError', 'embedded null byte')
print(error(os.getxattr, 5, 'user.x', follow_symlinks=False))  # expect: ('ValueError', 'getxattr: cannot use fd and follow_symlinks together')
os.unlink(path)
os.rmdir(folder)

print(len(os.sysconf_names) > 100, len(os.confstr_names) > 20, len(os.pathconf_names) > 15)  # expect: True True True
print(os.confstr('CS_PATH'), error(os.confstr, 'CS_NONE'), error(os.confstr, 1.5), error(os.sysconf, 'SC_NONE'))  # expect: /bin:/usr/bin ('ValueError', 'unrecognized configuration name') ('TypeError', 'configuration names must be strings or integers') ('ValueError', 'unrecognized configuration name')
print(os.sysconf('SC_CLK_TCK'), os.sysconf(os.sysconf_names['SC_CLK_TCK']), os.ctermid())  # expect: 100 100 /dev/tty
print(os.getpriority(os.PRIO_PROCESS, 0) == os.getpriority(os.PRIO_PROCESS, os.getpid()))  # expect: True
print(len(os.getrandom(7)), error(os.getrandom, -1)[0])  # expect: 7 OSError
print(os.getresuid() == (os.getuid(), os.geteuid(), os.getresuid()[2]), len(os.getresgid()))  # expect: True 3
print(error(os.setuid, 'x'), error(os.setgid, 1.5), error(os.setuid, 1 << 70), error(os.setuid, -2))  # expect: ('TypeError', 'uid should be integer, not str') ('TypeError', 'gid should be integer, not float') ('OverflowError', 'uid is greater than maximum') ('OverflowError', 'uid is less than minimum')
print(error(os.setgroups, 5), error(os.setgroups, ['x']))  # expect: ('TypeError', 'setgroups argument must be a sequence') ('TypeError', 'groups must be integers')
print(os.sched_get_priority_min(os.SCHED_OTHER), os.sched_get_priority_max(os.SCHED_FIFO), os.sched_getscheduler(0))  # expect: 0 99 0
param = os.sched_getparam(0)
print(param, os.sched_param(sched_priority=3).sched_priority, error(os.sched_param))  # expect: posix.sched_param(sched_priority=0) 3 ('TypeError', "Required argument 'sched_priority' (pos 1) not found")
print(os.sched_setparam(0, param), error(os.sched_setparam, 0, (0,)))  # expect: None ('TypeError', 'must have a sched_param object')
print(os.sched_setaffinity(0, os.sched_getaffinity(0)), error(os.sched_setaffinity, 0, [-1]), error(os.sched_setaffinity, 0, ['x']))  # expect: None ('ValueError', 'negative CPU number') ('TypeError', "expected an iterator of ints, but iterator yielded <class 'str'>")
print(isinstance(os.sched_rr_get_interval(0), float))  # expect: True

pid = os.fork()
if pid == 0:
    os._exit(3)
print(os.wait4(pid, 0)[0] == pid)  # expect: True
pid = os.fork()
if pid == 0:
    os._exit(4)
found = os.waitid(os.P_PID, pid, os.WEXITED)
print(found.si_pid == pid, found.si_status, found.si_code == os.CLD_EXITED)  # expect: True 4 True
pid = os.fork()
if pid == 0:
    os._exit(0)
child, status, usage = os.wait3(0)
print(child == pid, status, type(usage).__name__, usage.ru_maxrss > 0)  # expect: True 0 struct_rusage True
print(error(os.wait3, 0))  # expect: ('ChildProcessError', '[Errno 10] No child processes')
