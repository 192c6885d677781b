# sys.tracebacklimit: how many of the innermost lines the report of an exception has
import io
import sys


def inner():
    1 / 0


def outer():
    inner()


def lines(limit):
    real, sys.stderr, sys.tracebacklimit = sys.stderr, io.StringIO(), limit
    try:
        outer()
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())
    text, sys.stderr = sys.stderr.getvalue(), real
    return len([line for line in text.splitlines() if not line.startswith('    ')])


print([lines(limit) for limit in (10, 3, 2, 1, 0, -1, 1 << 1000, -1 << 1000, None)])  # expect: [5, 5, 4, 3, 1, 1, 5, 1, 5]
