TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity."""


def words(text):
    return ''.join(c.lower() if c.isalpha() else ' ' for c in text).split()


def wrap(text, width):
    lines, line = [], ''
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = line + ' ' + word if line else word
    return lines + [line]


def caesar(text, k):
    out = []
    for c in text:
        base = ord('a') if c.islower() else ord('A')
        out.append(chr((ord(c) - base + k) % 26 + base) if c.isalpha() else c)
    return ''.join(out)


def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


counts = {}
for w in words(TEXT):
    counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:6])  # expect: [('it', 6), ('of', 6), ('the', 6), ('was', 6), ('age', 2), ('epoch', 2)]
for line in wrap(TEXT, 40):
    print('{:<40}|{:>40}'.format(line, line[::-1]).rstrip())
# expect: It was the best of times, it was the    |    eht saw ti ,semit fo tseb eht saw tI
# expect: worst of times, it was the age of       |       fo ega eht saw ti ,semit fo tsrow
# expect: wisdom, it was the age of foolishness,  |  ,ssenhsiloof fo ega eht saw ti ,modsiw
# expect: it was the epoch of belief, it was the  |  eht saw ti ,feileb fo hcope eht saw ti
# expect: epoch of incredulity.                   |                   .ytiludercni fo hcope
print(caesar('Hello, World!', 3), caesar(caesar('Hello', 5), -5), edit_distance('kitten', 'sitting'))  # expect: Khoor, Zruog! Hello 3
print(' '.join(w.capitalize() for w in words(TEXT)[:5]), [w for w in set(words(TEXT)) if w == w[::-1] and len(w) > 1])  # expect: It Was The Best Of []
print(TEXT.title()[:30], TEXT.swapcase()[:20], TEXT.replace('was', 'is').count('is'), TEXT.translate(str.maketrans('aeiou', '*****'))[:30])  # expect: It Was The Best Of Times, It W iT WAS THE BEST OF T 8 It w*s th* b*st *f t*m*s, *t w
