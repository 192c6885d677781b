import unicodedata as u


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


for c in ['a', '\u00e9', '\u0663', '\u00bd', '\u5b57', '\u0301', '(', '\u212b', '\U0001f600', '\uac00', '\u0378']:
    print(ascii(c), u.category(c), u.bidirectional(c), u.combining(c), u.mirrored(c), u.east_asian_width(c), u.name(c, None),
          u.decimal(c, None), u.digit(c, None), u.numeric(c, None), u.decomposition(c),
          [ascii(u.normalize(f, c + '\u0323\u0307')) for f in ('NFC', 'NFD', 'NFKC', 'NFKD')])
print(u.lookup('LATIN SMALL LETTER E WITH ACUTE'), u.unidata_version, u.ucd_3_2_0.unidata_version)
for call in [(u.lookup, 'nothing'), (u.lookup, 'a' * 300), (u.name, '\0'), (u.name, 'ab'), (u.name, 3), (u.normalize, 'a', 'b'), (u.decimal, 'a'),
             (u.digit, 'a'), (u.numeric, 'a'), (u.category, 'ab')]:
    print(attempt(*call))
