def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print('%s %r %a' % ('é', 'é', 'é'), '%d %i %u' % (1, 2, 3), '%5d|%-5d|%05d|%+d|% d' % (1, 2, 3, 4, 5), '%x %X %o %#x %#o' % (255, 255, 8, 255, 8), '%c%c' % ('a', 98), '%%' % (), '%5.2s|' % 'abc')  # expect: é 'é' '\xe9' 1 2 3     1|2    |00003|+4| 5 ff FF 10 0xff 0o10 ab %    ab|
print('%(a)s %(b)05.1f' % {'a': 1, 'b': 2}, '%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 3.14159), '%s' % [1], '%s' % ((1, 2),), '%d' % 3.99, '%d' % 10**20, '%s %s' % (None, True), 'a' % {}, 'a' % [])  # expect: 1 002.0     1|2    |3.14 [1] (1, 2) 3 100000000000000000000 None True a a
print(attempt(lambda: '%d' % 'a'))  # expect: TypeError: %d format: a number is required, not str
print(attempt(lambda: '%d' % None))  # expect: TypeError: %d format: a number is required, not NoneType
print(attempt(lambda: '%s %s' % 'a'))  # expect: TypeError: not enough arguments for format string
print(attempt(lambda: '%s' % (1, 2)))  # expect: TypeError: not all arguments converted during string formatting
print(attempt(lambda: 'a' % 1))  # expect: TypeError: not all arguments converted during string formatting
print(attempt(lambda: '%z' % 1))  # expect: ValueError: unsupported format character 'z' (0x7a) at index 1
print(attempt(lambda: '%' % ()))  # expect: ValueError: incomplete format
print(attempt(lambda: '%(a)s' % 5))  # expect: TypeError: format requires a mapping
print(attempt(lambda: '%(a)s' % {}))  # expect: KeyError: 'a'
print(attempt(lambda: '%c' % 'ab'))  # expect: TypeError: %c requires int or char
print(attempt(lambda: '%c' % 1114112))  # expect: OverflowError: %c arg not in range(0x110000)
print(attempt(lambda: '%x' % 1.5))  # expect: TypeError: %x format: an integer is required, not float
print(attempt(lambda: '%f' % 'a'))  # expect: TypeError: must be real number, not str
print(attempt(lambda: '%*d' % ('a', 1)))  # expect: TypeError: * wants int
print(attempt(lambda: '%(a' % {'a': 1}))  # expect: ValueError: incomplete format key
print(attempt(lambda: '%c' % 1.5))  # expect: TypeError: %c requires int or char
