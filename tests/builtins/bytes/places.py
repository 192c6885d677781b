# Counting and replacing find the same places as a plain search, in texts of every width and length.
def plain(text, part):
    places, at = [], 0
    while at + len(part) <= len(text):
        if text[at:at + len(part)] == part:
            places.append(at)
            at += len(part)
        else:
            at += 1
    return places


def replaced(text, part, other, places):
    out, at = text[:0], 0
    for place in places:
        out += text[at:place] + other
        at = place + len(part)
    return out + text[at:]


def check(text, part, other):
    places = plain(text, part)
    for most in (0, 1, 3, 64, 65, 300):
        if text.replace(part, other, most) != replaced(text, part, other, places[:most]):
            print('replace', repr(text)[:60], part, most)
    if text.count(part) != len(places) or text.replace(part, other) != replaced(text, part, other, places):
        print('count', repr(text)[:60], part)


seed = 1
def random(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed // 65536 % n


for wide in ('', '\xe9', '\u4e00', '\U0001f600'):
    for size in (0, 1, 15, 16, 17, 40, 200, 1500):
        for letters in (1, 2, 3):
            text = ''.join(chr(97 + random(letters)) for i in range(size)) + wide
            for part in ('a', 'b', 'ab', 'aa', 'aab', 'aaa', 'abab', 'a' * 17, 'ba' * 9, 'ab' + wide, text[3:40] or 'x'):
                check(text, part, 'xy'[:random(3)])
                if wide == '':
                    check(text.encode(), part.encode(), b'xy'[:random(3)])
                    check(bytearray(text.encode()), part.encode(), b'z')

# Hits across the stretches in which long texts are searched; many that nearly fit.
for unit in ('x', '\u4e00'):
    long = (unit * (2 ** 20 - 2) + 'needle') * 3
    print(long.count('needle'), long.count('dle' + unit), len(long.replace('needle', '')), long.count('e'))
    print((unit * 3000000).count(unit * 7), ('ab' * 1500000 + unit).count('abab'), len(('aab' * 10 ** 6).replace('ab', unit)))
# expect: 3 2 3145722 9
# expect: 428571 750000 2000000
# expect: 3 2 3145722 9
# expect: 428571 750000 2000000
near = (b'a' * 100 + b'b') * 30000
print(near.count(b'a' * 99 + b'ba'), near.count(b'a' * 100 + b'b'), near.count(b'a' * 50), len(near.replace(b'a' * 101, b'')))  # expect: 29999 30000 60000 3030000
print(('a' * 3 * 2 ** 20).count('a' * (2 ** 20 + 5)), (b'ab' * 2 ** 20).count(b'ab' * (2 ** 19)))  # expect: 2 2
