"""Stands in for CPython's native module: semaphores of processes, made of pipes. A byte in the pipe is one permission."""
import fcntl
import os
import select
import struct
import termios
import threading
from time import monotonic

_RECURSIVE_MUTEX = 0
flags = {}


def sem_unlink(name):
    """The pipes have no names: they end with the last descriptor."""


class SemLock:
    SEM_VALUE_MAX = 32767   # what POSIX asks for: as many bytes fit into a pipe

    def __init__(self, kind, value, maxvalue, name, unlink):
        self.kind, self.maxvalue, self.name = kind, maxvalue, name
        self._reader, self._writer = os.pipe()
        os.set_blocking(self._reader, False)
        os.set_inheritable(self._reader, True)
        os.set_inheritable(self._writer, True)
        self._after_fork()
        os.write(self._writer, b'.' * value)

    @property
    def handle(self):
        return self._reader | self._writer << 32

    @classmethod
    def _rebuild(cls, handle, kind, maxvalue, name):
        self = cls.__new__(cls)
        self.kind, self.maxvalue, self.name = kind, maxvalue, name
        self._reader, self._writer = handle & 0xffffffff, handle >> 32
        self._after_fork()
        return self

    def __del__(self):
        os.close(self._reader)
        os.close(self._writer)

    def _after_fork(self):
        self._held, self._owner = 0, None

    def acquire(self, block=True, timeout=None):
        if self.kind == _RECURSIVE_MUTEX and self._is_mine():
            self._held += 1
            return True
        deadline = None if timeout is None else monotonic() + max(timeout, 0)
        while not self._take():
            left = None if deadline is None else deadline - monotonic()
            if not block or (left is not None and left <= 0):
                return False
            select.select([self._reader], [], [], left)
        self._held += 1
        self._owner = threading.get_ident()
        return True

    def _take(self):
        try:
            return os.read(self._reader, 1) == b'.'
        except BlockingIOError:
            return False

    def release(self):
        if self.kind == _RECURSIVE_MUTEX:
            if not self._is_mine():
                raise AssertionError('attempt to release recursive lock not owned by thread')
            if self._held > 1:
                self._held -= 1
                return
        elif self._get_value() >= self.maxvalue:
            raise ValueError('semaphore or lock released too many times')
        self._held -= 1
        os.write(self._writer, b'.')

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()

    def _count(self):
        return self._held

    def _is_mine(self):
        return self._held > 0 and self._owner == threading.get_ident()

    def _get_value(self):
        return struct.unpack('i', fcntl.ioctl(self._reader, termios.FIONREAD, bytes(4)))[0]

    def _is_zero(self):
        return self._get_value() == 0
