# complex() asks __complex__ of subclasses of complex too, and takes what it gives as complex in both parts.
class Told(complex):
    def __complex__(self): return 42j


class Plain:
    def __complex__(self): return 2 + 3j


print(complex(Told(1j)), complex(Told(1j), 1), complex(Told(1), 2j))  # expect: 42j 43j (-2+42j)
print(complex(Plain(), 1j), complex(Plain(), 5), complex(Plain()))  # expect: (1+3j) (2+8j) (2+3j)
print(complex(1, Told(1j)))  # expect: 0j
for text in ('\ud800', '1\udc00'):
    for kind in (complex, float, int):
        try:
            kind(text)
        except ValueError as error:
            print(kind.__name__, type(error).__name__, ascii(str(error)))
# expect: complex UnicodeEncodeError "'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
# expect: float UnicodeEncodeError "'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
# expect: int ValueError "invalid literal for int() with base 10: '\\ud800'"
# expect: complex UnicodeEncodeError "'utf-8' codec can't encode character '\\udc00' in position 1: surrogates not allowed"
# expect: float UnicodeEncodeError "'utf-8' codec can't encode character '\\udc00' in position 1: surrogates not allowed"
# expect: int ValueError "invalid literal for int() with base 10: '1\\udc00'"
