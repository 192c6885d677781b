# What C takes as an int must fit: 2 ** 32 is not descriptor 0, and not the process group of the caller.
import posix
big = 2 ** 32
calls = [
    ('kill', big, 0), ('killpg', big, 0), ('waitpid', big, 1), ('getpgid', big), ('getsid', big), ('setpgid', big, big),
    ('umask', big), ('nice', big), ('sched_getaffinity', big), ('sched_getscheduler', big), ('getpriority', 0, big),
    ('dup2', big, 77), ('pipe2', big), ('get_inheritable', big), ('set_inheritable', big, True), ('get_blocking', big),
    ('set_blocking', big, True), ('closerange', big + 70, big + 71), ('fchmod', big + 77, 0), ('fchown', big + 77, 0, 0),
    ('pread', big, 1, 0), ('pwrite', big, b'', 0), ('readv', big, []), ('writev', big + 1, []),
    ('sendfile', big, big, 0, 0), ('tcgetpgrp', big), ('tcsetpgrp', big, 0), ('ttyname', big), ('lockf', big, 0, 0),
    ('posix_fadvise', big, 0, 0, 0), ('posix_fallocate', big + 77, 0, 1), ('WIFEXITED', big), ('WEXITSTATUS', big),
    ('makedev', big, big), ('major', -1), ('minor', -1), ('sched_setaffinity', 0, [1 << 128]), ('kill', -big - 1, 0),
    ('close', big), ('dup', big), ('fstat', big), ('isatty', big), ('lseek', big, 0, 0), ('ftruncate', big + 77, 0),
    ('kill', 1.5, 0), ('kill', 'a', 0), ('umask', None),
]
for name, *args in calls:
    try:
        print(name, getattr(posix, name)(*args))
    except (OverflowError, TypeError) as error:
        print(name, type(error).__name__, error)
# expect: kill OverflowError signed integer is greater than maximum
# expect: killpg OverflowError signed integer is greater than maximum
# expect: waitpid OverflowError signed integer is greater than maximum
# expect: getpgid OverflowError signed integer is greater than maximum
# expect: getsid OverflowError signed integer is greater than maximum
# expect: setpgid OverflowError signed integer is greater than maximum
# expect: umask OverflowError signed integer is greater than maximum
# expect: nice OverflowError signed integer is greater than maximum
# expect: sched_getaffinity OverflowError signed integer is greater than maximum
# expect: sched_getscheduler OverflowError signed integer is greater than maximum
# expect: getpriority OverflowError signed integer is greater than maximum
# expect: dup2 OverflowError signed integer is greater than maximum
# expect: pipe2 OverflowError signed integer is greater than maximum
# expect: get_inheritable OverflowError signed integer is greater than maximum
# expect: set_inheritable OverflowError signed integer is greater than maximum
# expect: get_blocking OverflowError signed integer is greater than maximum
# expect: set_blocking OverflowError signed integer is greater than maximum
# expect: closerange OverflowError signed integer is greater than maximum
# expect: fchmod OverflowError signed integer is greater than maximum
# expect: fchown OverflowError signed integer is greater than maximum
# expect: pread OverflowError signed integer is greater than maximum
# expect: pwrite OverflowError signed integer is greater than maximum
# expect: readv OverflowError signed integer is greater than maximum
# expect: writev OverflowError signed integer is greater than maximum
# expect: sendfile OverflowError signed integer is greater than maximum
# expect: tcgetpgrp OverflowError signed integer is greater than maximum
# expect: tcsetpgrp OverflowError signed integer is greater than maximum
# expect: ttyname OverflowError signed integer is greater than maximum
# expect: lockf OverflowError signed integer is greater than maximum
# expect: posix_fadvise OverflowError signed integer is greater than maximum
# expect: posix_fallocate OverflowError signed integer is greater than maximum
# expect: WIFEXITED OverflowError signed integer is greater than maximum
# expect: WEXITSTATUS OverflowError signed integer is greater than maximum
# expect: makedev OverflowError signed integer is greater than maximum
# expect: major OverflowError can't convert negative int to unsigned
# expect: minor OverflowError can't convert negative int to unsigned
# expect: sched_setaffinity OverflowError Python int too large to convert to C long
# expect: kill OverflowError signed integer is less than minimum
# expect: close OverflowError signed integer is greater than maximum
# expect: dup OverflowError signed integer is greater than maximum
# expect: fstat OverflowError signed integer is greater than maximum
# expect: isatty OverflowError signed integer is greater than maximum
# expect: lseek OverflowError signed integer is greater than maximum
# expect: ftruncate OverflowError signed integer is greater than maximum
# expect: kill TypeError integer argument expected, got float
# expect: kill TypeError an integer is required (got type str)
# expect: umask TypeError an integer is required (got type NoneType)
