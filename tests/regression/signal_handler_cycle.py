# A handler that refers to the module of its own handlers: the collector sees through the module's state.
import _signal


def handler(number, frame):
    return number, _signal


assert _signal.signal(_signal.SIGUSR1, handler) == _signal.SIG_DFL
print(_signal.getsignal(_signal.SIGUSR1) is handler)  # expect: True
