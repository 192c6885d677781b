# Code lists made by hand: every one is either refused or matched without harm.
# options: -X memory-limit=512M
import _sre
import random

rng = random.Random(5)
texts = ['', 'a', 'abab', 'aaaaaa', 'ab\n' * 3, '\u0436b' * 3, '\U00010400' * 3]


def good(depth):
    """A well-formed sequence of codes."""
    codes = []
    for _ in range(rng.randint(0, 3)):
        kind = rng.randrange(16)
        if kind < 4 or depth == 0:
            codes += [19, rng.choice([97, 98, 0x436])]
        elif kind == 4:
            codes += [rng.choice([2, 3])]
        elif kind == 5:
            codes += [21, rng.randrange(6)]
        elif kind == 6:
            codes += [rng.choice([12, 14]), rng.randrange(3)]
        elif kind == 7:
            codes += [6, rng.randrange(12)]
        elif kind == 8:
            codes += [15, 5, 27, 97, 99, 0]
        elif kind == 9:
            body = good(depth - 1)
            codes += [28, len(body) + 3, rng.randrange(3), rng.choice([3, 5, 0xFFFFFFFF])] + body + [rng.choice([22, 23])]
        elif kind == 10:
            body = good(depth - 1)
            codes += [rng.choice([29, 31]), len(body) + 4, rng.randrange(3), rng.choice([3, 5, 0xFFFFFFFF])] + body + [1]
        elif kind == 11:
            body = good(depth - 1)
            codes += [rng.choice([4, 5]), len(body) + 3, rng.randrange(3)] + body + [1]
        elif kind == 12:
            first, second = good(depth - 1), good(depth - 1)
            codes += [7, len(first) + 3] + first + [18, len(second) + 5, len(second) + 3] + second + [18, 2, 0]
        elif kind == 13:
            yes = good(depth - 1)
            codes += [13, rng.randrange(3), len(yes) + 2] + yes
        elif kind == 14:
            codes += [rng.choice([20, 24, 25]), rng.choice([65, 97])]
        else:
            codes += [9, rng.randrange(18)]
    return codes


refused = accepted = matched = 0
for round in range(4000):
    codes = good(3) + [1]
    if rng.random() < 0.3:
        codes = [17, 4, 0, rng.randrange(3), 0xFFFFFFFF] + codes
    for _ in range(rng.choice([0, 0, 1, 2])):
        codes[rng.randrange(len(codes))] = rng.choice([0, 1, 2, 3, 5, 7, 19, 28, 97, 300, rng.randrange(40)])
    try:
        p = _sre.compile('x', rng.choice([0, 32, 256, 4]), codes, 3, {}, [None] * 4)
    except RuntimeError as e:
        refused += str(e) == 'invalid SRE code'
        continue
    accepted += 1
    for text in texts:
        for m in (p.match(text), p.search(text), p.fullmatch(text)):
            if m:
                matched += 1
                m.groups(), m.regs, m.lastindex
        p.findall(text)
print(refused > 100, accepted > 100, matched > 100, refused + accepted)  # expect: True True True 4000
# expect: [13, 0, 2] <_sre.SRE_Match object; span=(0, 0), match=''>
for codes in ([], [0], [2], [99, 1], [19], [19, 97], [7, 1, 0, 1], [28, 1, 2, 3], [29, 5, 0, 1, 2, 1], [17, 1, 2, 3, 1], [22, 1], [8, 1, 1], [30, 1, 1],
              [0xFFFFFFFF, 1], [15, 3, 0, 1], [15, 4, 11, 0, 1], [15, 0xFFFFFFFF, 0, 1], [11] * 300, [7, 0xFFFFFFFE, 1], [13, 0, 2, 1], [4, 3, 0x80000000, 1, 1],
              [21, 6, 1], [21, 0xFFFFFFFF, 1], [12, 3, 1], [9, 18, 1], [6, 12, 1], [17, 8, 1, 1, 1, 1, 2, 97, 0, 1], [17, 8, 1, 1, 1, 1, 1, 97, 0, 2, 1]):
    try:
        print(codes[:3], _sre.compile('x', 0, codes, 3, {}, [None] * 4).search('aaa'))
    except RuntimeError as e:
        if str(e) != 'invalid SRE code':
            print(e)
for codes in ([-1, 1], [2 ** 32, 1], ['a', 1], [1.0, 1], [2 ** 100, 1], [None]):
    try:
        _sre.compile('x', 0, codes, 0, {}, [None])
    except OverflowError as e:
        assert str(e) == 'regular expression code size limit exceeded'
n = 100000
codes = []
for i in range(n):
    codes += [4, 4 * (n - i) - 2, 0]
codes += [1] * n + [1]
try:
    _sre.compile('x', 0, codes, 0, {}, [None])
    print('compiled')
except (RecursionError, RuntimeError) as e:
    print(type(e).__name__)  # expect: RecursionError
for groups in (-1, 2 ** 31, 2 ** 62):
    try:
        _sre.compile('x', 0, [1], groups, {}, [None])
    except RuntimeError as e:
        print(e)  # expect: invalid SRE code
        # expect: invalid SRE code
        # expect: invalid SRE code
p = _sre.compile('x', 0, [1], 2 ** 31 - 1, {}, [None])
try:
    p.match('a')
except MemoryError:
    print('MemoryError')  # expect: MemoryError
