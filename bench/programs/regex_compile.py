"""Compiling regular expressions without a cache."""
import sre_compile
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 3120


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


PATTERNS = [r'\w+', r'(?P<name>[a-zA-Z_]\w*)\s*=\s*(?P<value>"[^"]*"|\d+)', r'^\s*(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)$',
            r'(?i)hello|world|foo(bar)?', r'[^\s,;:]+(?:\.[a-z]{2,})*', r'(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}',
            r'<([A-Z][A-Z0-9]*)\b[^>]*>(.*?)</\1>', r'(?x) ( [-+]? ) \s* ( \d+ (?: \. \d* )? | \. \d+ ) (?: e ( [-+]? \d+ ) )?']


def run():
    total = 0
    for repeat in range(scaled(240)):
        for pattern in PATTERNS:
            total += sre_compile.compile(pattern, 0).groups
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('regex_compile: wrong result %r, expected %r' % (result, EXPECTED))
    print('regex_compile %.6f %r' % (seconds, result))
