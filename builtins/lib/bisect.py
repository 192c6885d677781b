"""Positions in sorted lists, by halving."""


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    """The index where x belongs in the sorted list a, behind equal items; lo and hi bound the search.

    key: a function that gives what is compared with x for an item.
    """
    if lo < 0:
        raise ValueError('lo must be non-negative')
    if hi is None:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if x < (a[mid] if key is None else key(a[mid])):
            hi = mid
        else:
            lo = mid + 1
    return lo


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    """The index where x belongs in the sorted list a, before equal items; lo and hi bound the search.

    key: a function that gives what is compared with x for an item.
    """
    if lo < 0:
        raise ValueError('lo must be non-negative')
    if hi is None:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if (a[mid] if key is None else key(a[mid])) < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


def insort_right(a, x, lo=0, hi=None, *, key=None):
    """Insert x in the sorted list a, behind equal items; key: what is compared for an item, x too."""
    a.insert(bisect_right(a, x if key is None else key(x), lo, hi, key=key), x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    """Insert x in the sorted list a, before equal items; key: what is compared for an item, x too."""
    a.insert(bisect_left(a, x if key is None else key(x), lo, hi, key=key), x)


try:
    from _bisect import *
except ImportError:
    pass

bisect = bisect_right
insort = insort_right
