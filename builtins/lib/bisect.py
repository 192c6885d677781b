"""Positions in sorted lists, by halving."""


def bisect_right(a, x, lo=0, hi=None):
    """The index where x belongs in the sorted list a, behind equal items; lo and hi bound the search."""
    if lo < 0:
        raise ValueError('lo must be non-negative')
    if hi is None:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if x < a[mid]:
            hi = mid
        else:
            lo = mid + 1
    return lo


def bisect_left(a, x, lo=0, hi=None):
    """The index where x belongs in the sorted list a, before equal items; lo and hi bound the search."""
    if lo < 0:
        raise ValueError('lo must be non-negative')
    if hi is None:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


def insort_right(a, x, lo=0, hi=None):
    """Insert x in the sorted list a, behind equal items."""
    lo = bisect_right(a, x, lo, hi)
    a.insert(lo, x)


def insort_left(a, x, lo=0, hi=None):
    """Insert x in the sorted list a, before equal items."""
    lo = bisect_left(a, x, lo, hi)
    a.insert(lo, x)


try:
    from _bisect import *
except ImportError:
    pass

bisect = bisect_right
insort = insort_right
