def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(' a  b '.split(), 'a,b,,c'.split(','), 'a b c'.split(None, 1), 'a,b,c'.split(',', 1), ''.split(), ''.split(','), 'a--b'.split('--'), 'abc'.split('x'), 'a b'.split(maxsplit=0), '\u2003a\u2003b'.split())  # expect: ['a', 'b'] ['a', 'b', '', 'c'] ['a', 'b c'] ['a', 'b,c'] [] [''] ['a', 'b'] ['abc'] ['a b'] ['a', 'b']
print(' a  b '.rsplit(), 'a,b,c'.rsplit(',', 1), 'a b c '.rsplit(None, 1), 'a,b'.rsplit(sep=','), 'aXXbXXc'.rsplit('XX', 1))  # expect: ['a', 'b'] ['a,b', 'c'] ['a b', 'c'] ['a', 'b'] ['aXXb', 'c']
print(attempt(lambda: 'a'.split('')))  # expect: ValueError: empty separator
print(attempt(lambda: 'a'.split(5)))  # expect: TypeError: must be str or None, not int
print(attempt(lambda: 'a'.split(',', 'x')))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(lambda: 'a'.rsplit('')))  # expect: ValueError: empty separator
