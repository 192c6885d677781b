"""String methods on a text."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 22368600


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))

TEXT = ('The quick brown fox jumps over the lazy dog; pack my box with five dozen liquor jugs. ' * 20).strip()


def run():
    total = 0
    for repeat in range(scaled(1800)):
        words = TEXT.split()
        total += len(words)
        upper = TEXT.upper()
        total += upper.count('THE') + upper.find('LIQUOR') + len(upper.replace('FOX', 'CAT'))
        for word in words:
            if word.startswith('b') or word.endswith('s'):
                total += len(word.strip('.;'))
        joined = '-'.join(words)
        total += len(joined) + (joined[10:20] == 'brown-fox-')
        for letter in TEXT[:300]:
            if letter in 'aeiou':
                total += ord(letter)
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('str_work: wrong result %r, expected %r' % (result, EXPECTED))
    print('str_work %.6f %r' % (seconds, result))
