# What may stand around a number: C's white space and other spaces of Unicode, not the separators 1c to 1f.
for make in (int, float, complex):
    for space in '\t\n\x0b\x0c\r \x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2028\u3000':
        for text in (space + '1', '1' + space, space + '\u0661'):
            try:
                print(make.__name__, ascii(text), make(text))
            except ValueError as error:
                print(ascii(error))
# expect: int '\t1' 1
# expect: int '1\t' 1
# expect: int '\t\u0661' 1
# expect: int '\n1' 1
# expect: int '1\n' 1
# expect: int '\n\u0661' 1
# expect: int '\x0b1' 1
# expect: int '1\x0b' 1
# expect: int '\x0b\u0661' 1
# expect: int '\x0c1' 1
# expect: int '1\x0c' 1
# expect: int '\x0c\u0661' 1
# expect: int '\r1' 1
# expect: int '1\r' 1
# expect: int '\r\u0661' 1
# expect: int ' 1' 1
# expect: int '1 ' 1
# expect: int ' \u0661' 1
# expect: ValueError("invalid literal for int() with base 10: '\\x1c1'",)
# expect: ValueError("invalid literal for int() with base 10: '1\\x1c'",)
# expect: ValueError("invalid literal for int() with base 10: '\\x1c\u0661'",)
# expect: ValueError("invalid literal for int() with base 10: '\\x1d1'",)
# expect: ValueError("invalid literal for int() with base 10: '1\\x1d'",)
# expect: ValueError("invalid literal for int() with base 10: '\\x1d\u0661'",)
# expect: ValueError("invalid literal for int() with base 10: '\\x1e1'",)
# expect: ValueError("invalid literal for int() with base 10: '1\\x1e'",)
# expect: ValueError("invalid literal for int() with base 10: '\\x1e\u0661'",)
# expect: ValueError("invalid literal for int() with base 10: '\\x1f1'",)
# expect: ValueError("invalid literal for int() with base 10: '1\\x1f'",)
# expect: ValueError("invalid literal for int() with base 10: '\\x1f\u0661'",)
# expect: int '\x851' 1
# expect: int '1\x85' 1
# expect: int '\x85\u0661' 1
# expect: int '\xa01' 1
# expect: int '1\xa0' 1
# expect: int '\xa0\u0661' 1
# expect: int '\u16801' 1
# expect: int '1\u1680' 1
# expect: int '\u1680\u0661' 1
# expect: int '\u20001' 1
# expect: int '1\u2000' 1
# expect: int '\u2000\u0661' 1
# expect: int '\u20281' 1
# expect: int '1\u2028' 1
# expect: int '\u2028\u0661' 1
# expect: int '\u30001' 1
# expect: int '1\u3000' 1
# expect: int '\u3000\u0661' 1
# expect: float '\t1' 1.0
# expect: float '1\t' 1.0
# expect: float '\t\u0661' 1.0
# expect: float '\n1' 1.0
# expect: float '1\n' 1.0
# expect: float '\n\u0661' 1.0
# expect: float '\x0b1' 1.0
# expect: float '1\x0b' 1.0
# expect: float '\x0b\u0661' 1.0
# expect: float '\x0c1' 1.0
# expect: float '1\x0c' 1.0
# expect: float '\x0c\u0661' 1.0
# expect: float '\r1' 1.0
# expect: float '1\r' 1.0
# expect: float '\r\u0661' 1.0
# expect: float ' 1' 1.0
# expect: float '1 ' 1.0
# expect: float ' \u0661' 1.0
# expect: ValueError("could not convert string to float: '\\x1c1'",)
# expect: ValueError("could not convert string to float: '1\\x1c'",)
# expect: ValueError("could not convert string to float: '\\x1c\u0661'",)
# expect: ValueError("could not convert string to float: '\\x1d1'",)
# expect: ValueError("could not convert string to float: '1\\x1d'",)
# expect: ValueError("could not convert string to float: '\\x1d\u0661'",)
# expect: ValueError("could not convert string to float: '\\x1e1'",)
# expect: ValueError("could not convert string to float: '1\\x1e'",)
# expect: ValueError("could not convert string to float: '\\x1e\u0661'",)
# expect: ValueError("could not convert string to float: '\\x1f1'",)
# expect: ValueError("could not convert string to float: '1\\x1f'",)
# expect: ValueError("could not convert string to float: '\\x1f\u0661'",)
# expect: float '\x851' 1.0
# expect: float '1\x85' 1.0
# expect: float '\x85\u0661' 1.0
# expect: float '\xa01' 1.0
# expect: float '1\xa0' 1.0
# expect: float '\xa0\u0661' 1.0
# expect: float '\u16801' 1.0
# expect: float '1\u1680' 1.0
# expect: float '\u1680\u0661' 1.0
# expect: float '\u20001' 1.0
# expect: float '1\u2000' 1.0
# expect: float '\u2000\u0661' 1.0
# expect: float '\u20281' 1.0
# expect: float '1\u2028' 1.0
# expect: float '\u2028\u0661' 1.0
# expect: float '\u30001' 1.0
# expect: float '1\u3000' 1.0
# expect: float '\u3000\u0661' 1.0
# expect: complex '\t1' (1+0j)
# expect: complex '1\t' (1+0j)
# expect: complex '\t\u0661' (1+0j)
# expect: complex '\n1' (1+0j)
# expect: complex '1\n' (1+0j)
# expect: complex '\n\u0661' (1+0j)
# expect: complex '\x0b1' (1+0j)
# expect: complex '1\x0b' (1+0j)
# expect: complex '\x0b\u0661' (1+0j)
# expect: complex '\x0c1' (1+0j)
# expect: complex '1\x0c' (1+0j)
# expect: complex '\x0c\u0661' (1+0j)
# expect: complex '\r1' (1+0j)
# expect: complex '1\r' (1+0j)
# expect: complex '\r\u0661' (1+0j)
# expect: complex ' 1' (1+0j)
# expect: complex '1 ' (1+0j)
# expect: complex ' \u0661' (1+0j)
# expect: ValueError('complex() arg is a malformed string',)
# expect: ValueError('complex() arg is a malformed string',)
# expect: ValueError('complex() arg is a malformed string',)
# expect: ValueError('complex() arg is a malformed string',)
# expect: ValueError('complex() arg is a malformed string',)
# expect: ValueError('complex() arg is a malformed string',)
# expect: ValueError('complex() arg is a malformed string',)
# expect: ValueError('complex() arg is a malformed string',)
# expect: ValueError('complex() arg is a malformed string',)
# expect: ValueError('complex() arg is a malformed string',)
# expect: ValueError('complex() arg is a malformed string',)
# expect: ValueError('complex() arg is a malformed string',)
# expect: complex '\x851' (1+0j)
# expect: complex '1\x85' (1+0j)
# expect: complex '\x85\u0661' (1+0j)
# expect: complex '\xa01' (1+0j)
# expect: complex '1\xa0' (1+0j)
# expect: complex '\xa0\u0661' (1+0j)
# expect: complex '\u16801' (1+0j)
# expect: complex '1\u1680' (1+0j)
# expect: complex '\u1680\u0661' (1+0j)
# expect: complex '\u20001' (1+0j)
# expect: complex '1\u2000' (1+0j)
# expect: complex '\u2000\u0661' (1+0j)
# expect: complex '\u20281' (1+0j)
# expect: complex '1\u2028' (1+0j)
# expect: complex '\u2028\u0661' (1+0j)
# expect: complex '\u30001' (1+0j)
# expect: complex '1\u3000' (1+0j)
# expect: complex '\u3000\u0661' (1+0j)
for make in (int, float):
    for text in (b'\x1c1', b'1\x1f', b' 1\x0c', b'\x851', b'1\xa0'):
        try:
            print(make(text))
        except ValueError as error:
            print(error)
# expect: invalid literal for int() with base 10: b'\x1c1'
# expect: invalid literal for int() with base 10: b'1\x1f'
# expect: 1
# expect: invalid literal for int() with base 10: b'\x851'
# expect: invalid literal for int() with base 10: b'1\xa0'
# expect: could not convert string to float: b'\x1c1'
# expect: could not convert string to float: b'1\x1f'
# expect: 1.0
# expect: could not convert string to float: b'\x851'
# expect: could not convert string to float: b'1\xa0'
