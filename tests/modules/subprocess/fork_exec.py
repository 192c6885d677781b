# _posixsubprocess.fork_exec(): which descriptors the program gets, and what is told of a failure before it ran.
import os
import sys
from _posixsubprocess import fork_exec

SHOW = 'echo $(ls /proc/self/fd | tr "\\n" " " | sed "s/ [0-9]* $//"); exit 3'   # the last one is the folder itself


def start(arguments=('/bin/sh', '-c', SHOW), close_fds=True, keep=(), cwd=None, stdin=-1, preexec=None, error=-1):
    """Output, exit code and the report of a failure."""
    out, out_end = os.pipe()
    report, report_end = os.pipe()
    keep = tuple(sorted(set(keep) | {report_end}))
    pid = fork_exec(list(arguments), [os.fsencode(arguments[0])], close_fds, keep, cwd, None, stdin, -1, out,
                    out_end, -1, error, report, report_end, True, False, preexec)
    os.close(out_end)
    os.close(report_end)
    status = os.waitpid(pid, 0)[1]
    result = os.read(out, 10000), os.WEXITSTATUS(status), os.read(report, 1000)
    os.close(out)
    os.close(report)
    return result


print(start())  # expect: (b'0 1 2\n', 3, b'')
null = [os.open('/dev/null', os.O_RDWR) for _ in range(3)]
high = os.dup2(null[0], 40)
print(start())  # expect: (b'0 1 2\n', 3, b'')
print(start(keep=null[1:]))  # expect: (b'0 1 2 3 4\n', 3, b'')
print(start(keep=(null[0], null[2]), stdin=null[0]))  # one that is standard input too stays  # expect: (b'0 1 2 3 4\n', 3, b'')
print(start(preexec=lambda: os.dup2(1, 50)))  # closed although it was opened last  # expect: (b'0 1 2\n', 3, b'')
print(start(preexec=lambda: os.dup2(1, null[1])))  # expect: (b'0 1 2\n', 3, b'')
print(start(cwd='/nowhere/at/all'))  # expect: (b'', 255, b'OSError:2:noexec')
print(start(('/nowhere/at/all',)))  # expect: (b'', 255, b'OSError:2:')
print(start(('/bin/pwd',), cwd='/usr'))  # expect: (b'/usr\n', 0, b'')
print(start(preexec=lambda: 1 / 0))  # expect: (b'', 255, b'SubprocessError:0:Exception occurred in preexec_fn.')
