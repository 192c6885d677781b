def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print('{} {}'.format(1, 2), '{1} {0}'.format(1, 2), '{a} {b}'.format(a=1, b=2), '{0.real} {0.imag}'.format(1+2j), '{0[1]} {0[0]}'.format('ab'), '{x[key]}'.format(x={'key': 5}), '{{}} {}'.format(1))  # expect: 1 2 2 1 1 2 1.0 2.0 b a 5 {} 1
print('{!r} {!s} {!a}'.format('é', 'é', 'é'), '{:>{w}}'.format('a', w=5), '{:{}{}}'.format('a', '^', 5), '{0:{1}}|{0!r:>5}'.format('a', 3), '{:%}'.format(0.5), '{:,}'.format(12345))  # expect: 'é' é '\xe9'     a   a   a  |  'a' 50.000000% 12,345
print(attempt(lambda: '{}'.format()))  # expect: IndexError: tuple index out of range
print(attempt(lambda: '{} {1}'.format(1, 2)))  # expect: ValueError: cannot switch from automatic field numbering to manual field specification
print(attempt(lambda: '{1} {}'.format(1, 2)))  # expect: ValueError: cannot switch from manual field specification to automatic field numbering
print(attempt(lambda: '{a}'.format()))  # expect: KeyError: 'a'
print(attempt(lambda: '{'.format(1)))  # expect: ValueError: Single '{' encountered in format string
print(attempt(lambda: '}'.format(1)))  # expect: ValueError: Single '}' encountered in format string
print(attempt(lambda: '{0.foo}'.format(1)))  # expect: AttributeError: 'int' object has no attribute 'foo'
print(attempt(lambda: '{0[a]}'.format([1])))  # expect: TypeError: list indices must be integers or slices, not str
print(attempt(lambda: '{!x}'.format(1)))  # expect: ValueError: Unknown conversion specifier x
print(attempt(lambda: '{!}'.format(1)))  # expect: ValueError: unmatched '{' in format spec
print(attempt(lambda: '{:d}'.format('a')))  # expect: ValueError: Unknown format code 'd' for object of type 'str'
print(attempt(lambda: '{0[}'.format(1)))  # expect: ValueError: expected '}' before end of string
print(attempt(lambda: '{0]}'.format(1)))  # expect: KeyError: '0]'
print(attempt(lambda: '{a.b[c]}'.format(a=1)))  # expect: AttributeError: 'int' object has no attribute 'b'
