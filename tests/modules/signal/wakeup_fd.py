# set_wakeup_fd() wants a descriptor that does not block; siginterrupt() is asked of the system.
import os
import signal

r, w = os.pipe()


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, str(e).replace(str(w), 'w'))


attempt(signal.set_wakeup_fd, w)  # expect: ValueError the fd w must be in non-blocking mode
os.set_blocking(w, False)
attempt(signal.set_wakeup_fd, w)  # expect: -1
print(signal.set_wakeup_fd(-1) == w)  # expect: True
attempt(signal.set_wakeup_fd, 1000)  # expect: OSError [Errno 9] Bad file descriptor
attempt(signal.set_wakeup_fd, -5)  # expect: OSError [Errno 9] Bad file descriptor
attempt(signal.siginterrupt, signal.SIGALRM, 'x')  # expect: TypeError an integer is required (got type str)
attempt(signal.siginterrupt, signal.SIGALRM, 1.5)  # expect: TypeError integer argument expected, got float
attempt(signal.siginterrupt, 0, True)  # expect: ValueError signal number out of range
attempt(signal.siginterrupt, signal.SIGALRM, False)  # expect: None


class Alarm(Exception):
    pass


def ring(number, frame):
    os.write(w, b'rung')


signal.signal(signal.SIGALRM, ring)
for restarts in (False, True):
    signal.siginterrupt(signal.SIGALRM, restarts)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    if restarts:
        print(os.read(r, 10))
    else:
        signal.pause()
        print(os.read(r, 10))
# expect: b'rung'
# expect: b'rung'
