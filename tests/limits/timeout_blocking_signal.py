# options: -X timeout=0.2
# timeout: 10
# expect stderr contains: time limit
# exit: 1
# Nobody can hold back the alarm that ends the waiting.
import signal
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
try:
    signal.signal(64, signal.SIG_IGN)
except OSError:
    signal.sigwait([signal.SIGUSR1])
