# Waiting for signals that are held back, and sending them to threads.
import os
import signal
import _thread as threading


def error(function, *args):
    try:
        return function(*args)
    except (OSError, TypeError, ValueError) as e:
        return type(e).__name__, str(e)


signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2])
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.SIGUSR1 in signal.sigpending())  # expect: True
print(signal.sigwait([signal.SIGUSR1]) == signal.SIGUSR1)  # expect: True
signal.pthread_kill(threading.get_ident(), signal.SIGUSR2)
info = signal.sigwaitinfo({signal.SIGUSR2})
print(info.si_signo == signal.SIGUSR2, info.si_pid == os.getpid(), info.si_uid == os.getuid(), len(info))  # expect: True True True 7
print(signal.sigtimedwait([signal.SIGUSR1], 0.01))  # expect: None
print(error(signal.sigtimedwait, [signal.SIGUSR1], -1))  # expect: ('ValueError', 'timeout must be non-negative')
print(error(signal.sigwait, [0]), error(signal.sigwait, 5))  # expect: ('ValueError', 'signal number 0 out of range') ('TypeError', "'int' object is not iterable")
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1, signal.SIGUSR2])

got = []
signal.signal(signal.SIGUSR1, lambda number, frame: got.append(number == signal.SIGUSR1))
signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)
print(got)  # expect: [True]
