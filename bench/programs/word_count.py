"""Split a text, count words, sort the counts, format the first ten."""
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 'eta35: 201; theta3: 200; sigma17: 193; mu29: 192; eta7: 190; alpha42: 189; iota26: 188; theta49: 188; eta47: 187; gamma19: 187'


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))

WORDS = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau'.split()


def make_text(count):
    seed = 7
    words = []
    for i in range(count):
        seed = (seed * 69069 + 1) % 4294967296
        words.append(WORDS[(seed >> 16) % len(WORDS)] + str((seed >> 8) % 50))
    lines = [' '.join(words[i:i + 10]) for i in range(0, len(words), 10)]
    return '\n'.join(lines)


def run():
    text = make_text(scaled(150000))
    counts = {}
    for line in text.split('\n'):
        for word in line.strip().lower().split():
            counts[word] = counts.get(word, 0) + 1
    ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return '; '.join('{}: {}'.format(word, count) for word, count in ranking[:10])


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('word_count: wrong result %r, expected %r' % (result, EXPECTED))
    print('word_count %.6f %r' % (seconds, result))
