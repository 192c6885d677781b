"""Rows of a group: functions timed one by one, each in batches long enough to measure.

A group's file marks its functions with @row and ends in main(). `python GROUP.py [SECONDS [ROW...]]` prints a line
`row<TAB>seconds per call<TAB>checksum` for each; SECONDS is the least length of a batch.
"""
import sys
import time

BATCHES = 3
ROWS = []


def row(name):
    """Declare a timed function; what it returns is compared between interpreters."""
    def declare(function):
        ROWS.append((name, function))
        return function
    return declare


def batch(function, count):
    start = time.process_time()
    for _ in range(count):
        function()
    return time.process_time() - start


def seconds_per_call(function, least):
    count = 1
    seconds = batch(function, count)
    while seconds < least:
        count = max(count * 2, int(count * least / max(seconds, 1e-6)) + 1)
        count = min(count, 1000000)
        seconds = batch(function, count)
    return min([seconds] + [batch(function, count) for _ in range(BATCHES - 1)]) / count


def checksum(result):
    """A short text that is the same on every interpreter: no hashes, no addresses."""
    text = str(result)
    if len(text) < 60:
        return text
    total = 0
    for piece in text.encode('utf-8'):
        total = (total * 31 + piece) % 1000000007
    return '%d:%d' % (len(text), total)


def main():
    least = float(sys.argv[1]) if len(sys.argv) > 1 else 0.03
    wanted = sys.argv[2:]
    for name, function in ROWS:
        if not wanted or name in wanted:
            result = checksum(function())
            print('%s\t%.9f\t%s' % (name, seconds_per_call(function, least), result), flush=True)
