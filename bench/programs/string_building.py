"""Building and formatting strings."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 3014320


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def run():
    total = 0
    for repeat in range(scaled(80)):
        text = ''
        for i in range(1000):
            text += 'ab'
        parts = []
        for i in range(1000):
            parts.append('%d:%s' % (i, 'x'))
            parts.append('{}-{:04d}'.format(i, i))
            parts.append(f'{i:>6}|{i / 8:.3f}')
            parts.append(str(i) + repr(i))
        joined = ','.join(parts)
        total += len(text) + len(joined)
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('string_building: wrong result %r, expected %r' % (result, EXPECTED))
    print('string_building %.6f %r' % (seconds, result))
