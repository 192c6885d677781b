def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(['{:5}|'.format('a'), '{:<5}|'.format('a'), '{:^5}|'.format('a'), '{:>5}|'.format('a'), '{:*^7}'.format('abc'), '{:.2}'.format('abc'), '{:5.1}|'.format('abc'), '{:s}'.format('a'), '{:05}'.format('a') if False else ''])  # expect: ['a    |', 'a    |', '  a  |', '    a|', '**abc**', 'ab', 'a    |', 'a', '']
print(attempt(lambda: format('a', 'd')))  # expect: ValueError: Unknown format code 'd' for object of type 'str'
print(attempt(lambda: format('a', '+')))  # expect: ValueError: Sign not allowed in string format specifier
print(attempt(lambda: format('a', '=5')))  # expect: ValueError: '=' alignment not allowed in string format specifier
print(attempt(lambda: format('a', ',')))  # expect: ValueError: Cannot specify ',' with 's'.
print(attempt(lambda: format('a', '#')))  # expect: ValueError: Alternate form (#) not allowed in string format specifier
print(attempt(lambda: format([], '5')))  # expect: TypeError: unsupported format string passed to list.__format__
print(attempt(lambda: format(None, '5')))  # expect: TypeError: unsupported format string passed to NoneType.__format__
print(attempt(lambda: format({}, 's')))  # expect: TypeError: unsupported format string passed to dict.__format__
print(attempt(lambda: format('a', '5x')))  # expect: ValueError: Unknown format code 'x' for object of type 'str'
print(attempt(lambda: format('a', '.')))  # expect: ValueError: Format specifier missing precision
print(attempt(lambda: '{:{:{}}}'.format(1, 2, 3)))  # expect: ValueError: Max string recursion exceeded
class F:
    def __format__(self, spec):
        return 'F<' + spec + '>'
class G:
    def __format__(self, spec):
        return 5
print('{:abc}'.format(F()), f'{F():x{1 + 1}}', format(F()), '{}'.format(F()))  # expect: F<abc> F<x2> F<> F<>
print(attempt(lambda: format(G())))  # expect: TypeError: __format__ must return a str, not int
