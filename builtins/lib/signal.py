"""Signals: _signal with enumerations for its numbers."""

import _signal
from _signal import *
from enum import IntEnum as _IntEnum

Signals = _IntEnum('Signals', [(n, v) for n, v in sorted(vars(_signal).items()) if n.startswith('SIG') and not
                               n.startswith('SIG_')], module=__name__)
Handlers = _IntEnum('Handlers', [('SIG_DFL', _signal.SIG_DFL), ('SIG_IGN', _signal.SIG_IGN)], module=__name__)
Sigmasks = _IntEnum('Sigmasks', [('SIG_BLOCK', _signal.SIG_BLOCK), ('SIG_UNBLOCK', _signal.SIG_UNBLOCK),
                                 ('SIG_SETMASK', _signal.SIG_SETMASK)], module=__name__)
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
globals().update(Sigmasks.__members__)
ItimerError = _signal.ItimerError


def _as_enum(value, kind):
    try:
        return kind(value)
    except ValueError:
        return value


def _as_number(value):
    return int(value) if isinstance(value, _IntEnum) else value


def signal(signalnum, handler):
    """Set what happens at a signal: SIG_DFL, SIG_IGN or a function of its number and the frame. The former one."""
    return _as_enum(_signal.signal(_as_number(signalnum), _as_number(handler)), Handlers)


def getsignal(signalnum):
    """What happens at a signal."""
    return _as_enum(_signal.getsignal(signalnum), Handlers)


def pthread_sigmask(how, mask):
    """Change which signals are held back; the former set."""
    return {_as_enum(n, Signals) for n in _signal.pthread_sigmask(how, mask)}


def sigpending():
    """The signals that came while they were held back."""
    return {_as_enum(n, Signals) for n in _signal.sigpending()}
