# Classes and sets over every character: checksums of what they match, with and without regard to case.
import re
import warnings

warnings.simplefilter('ignore')
everything = ''.join(map(chr, range(0xD800))) + ''.join(map(chr, range(0xE000, 0x20000)))
sums = []
for pattern in [r'\w', r'\W', r'\d', r'\s', r'[\w\s]', r'[^\d\s]', r'(?a)\w', r'(?a)\s', r'(?i)[a-z]', r'(?i)[^a-z]', r'(?i)[k\u0400-\u04ff]', r'(?i)[\xb5\xdf-\xff]',
                r'[\u0100-\u017f\u2000-\u20ff]', r'[^\u0100-\u017f\U00010000-\U0001ffff]', r'(?i)[\u0370-\u03ff]', r'(?i)[\U00010400-\U0001044f]', r'(?i)\u01c5',
                r'(?i)[\u0130\u0131]', r'(?ia)[\xe0-\xff]', r'(?i)[s-t]', r'[\x00-\x7f\u0391\u0393\u0395\u0397\u0399\u039b\u039d\u039f\u03a1]', '.', r'(?i)\u1e9e',
                r'(?i)[\u1f80-\u1faf]', r'(?i)[^\u10a0-\u10ff]', r'\b']:
    found = [m.start() for m in re.finditer(pattern, everything)]
    checksum = 0
    for i in found:
        checksum = (checksum * 31 + i) % 1000003
    print(ascii(pattern), len(found), checksum)
