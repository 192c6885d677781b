"""Stands in for CPython's native module, so that asyncio can be imported: it wants concurrent.futures, processes included."""


class SemLock:
    SEM_VALUE_MAX = 2 ** 31 - 1


def sem_unlink(name):
    raise FileNotFoundError(name)


flags = {}
