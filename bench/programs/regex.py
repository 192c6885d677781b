"""Regular expressions: words of a text, substitution with a function and with a template, a lexer by scanner, many small matches."""
import re
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 6540060


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


TEXT = ('The quick brown fox jumps over the lazy dog 12345 times; pack my box with five dozen liquor jugs, again and again.\n'
        'def area(radius): return 3.14159 * radius ** 2  # [2019-11-05 10:20:30] user=alice id=77\n') * 40
LEXER = re.compile(r'(?P<name>[a-zA-Z_]\w*)|(?P<number>\d+(?:\.\d+)?)|(?P<space>\s+)|(?P<comment>#.*)|(?P<op>\*\*|[-+*/=():;,.\[\]])')
DATE = re.compile(r'(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)')
PAIR = re.compile(r'(?P<key>\w+)=(?P<value>"[^"]*"|\S+)')


def lex(text):
    counts = {}
    match = LEXER.scanner(text).match
    while True:
        found = match()
        if found is None:
            return counts
        kind = found.lastgroup
        counts[kind] = counts.get(kind, 0) + len(found.group())


def run():
    total = 0
    for repeat in range(scaled(60)):
        total += len(re.findall(r'\w+', TEXT))
        total += len(re.split(r'[\s,;]+', TEXT))
        total += len(re.sub(r'\b[a-z]', lambda m: m.group().upper(), TEXT))
        total += len(re.sub(r'(\w+) (\w+)', r'\2 \1', TEXT))
        total += sum(lex(TEXT).values())
        total += sum(int(m.group(1)) for m in DATE.finditer(TEXT))
        total += sum(len(value) for key, value in PAIR.findall(TEXT))
        total += len(re.findall(r'(?i)FOX|dog|again', TEXT))
        for line in TEXT.split('\n'):
            if re.search(r'\[(?P<date>\d+-\d+-\d+)', line):
                total += re.match(r'\s*def\s+(\w+)', line).end()
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('regex: wrong result %r, expected %r' % (result, EXPECTED))
    print('regex %.6f %r' % (seconds, result))
