# str.removeprefix, removesuffix, isascii.
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


print('abcabc'.removeprefix('abc'))  # expect: abc
print('abcabc'.removesuffix('abc'))  # expect: abc
print(repr('abc'.removeprefix('abc')), repr('abc'.removesuffix('abc')))  # expect: '' ''
print('abc'.removeprefix('bc'), 'abc'.removesuffix('ab'))  # expect: abc abc
print('abc'.removeprefix(''), 'abc'.removesuffix(''))  # expect: abc abc
print(repr(''.removeprefix('a')), repr(''.removesuffix('a')))  # expect: '' ''
print('ab'.removeprefix('abc'), 'ab'.removesuffix('xab'))  # expect: ab ab
print('\u20acuro'.removeprefix('\u20ac'), ascii('euro\u20ac'.removesuffix('\u20ac')))  # expect: uro 'euro'
print(ascii('a\U0001f600b'.removeprefix('a')), ascii('a\U0001f600b'.removesuffix('\U0001f600b')))  # expect: '\U0001f600b' 'a'
print('\xe9t\xe9'.removesuffix('\u0974') == '\xe9t\xe9')  # expect: True
text = 'unchanged'
print(text.removeprefix('x') is text, text.removesuffix('x') is text)  # expect: True True


class Text(str):
    pass


print(type(Text('abc').removeprefix('x')).__name__, type(Text('abc').removesuffix('c')).__name__)  # expect: str str
print('abc'.removeprefix(Text('a')))  # expect: bc
print(error('a'.removeprefix, 1))  # expect: TypeError: removeprefix() argument must be str, not int
print(error('a'.removesuffix, b'a'))  # expect: TypeError: removesuffix() argument must be str, not bytes
print(error('a'.removeprefix, None))  # expect: TypeError: removeprefix() argument must be str, not None
print(error('a'.removeprefix, ('a', 'b')))  # expect: TypeError: removeprefix() argument must be str, not tuple
print('abc'.isascii(), ''.isascii(), '\x7f'.isascii(), '\x80'.isascii(), '\u20ac'.isascii())  # expect: True True True False False
print(Text('a').isascii(), Text('\xe9').isascii())  # expect: True False
print('aaa'.replace('a', 'b', count=2), 'aaa'.replace('a', 'b', count=-1), 'aaa'.replace('a', 'b', 1))  # expect: bba bbb baa
