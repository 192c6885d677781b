def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(['a'.center(5), 'ab'.center(5), 'ab'.center(5, '*'), 'abc'.center(2), 'a'.center(4, '-')])  # expect: ['  a  ', '  ab ', '**ab*', 'abc', '-a--']
print(['a'.ljust(3), 'a'.ljust(3, '.'), 'a'.rjust(3), 'a'.rjust(3, '.'), 'abc'.rjust(-5)])  # expect: ['a  ', 'a..', '  a', '..a', 'abc']
print(attempt(lambda: 'a'.center()))  # expect: TypeError: center() takes at least 1 argument (0 given)
print(attempt(lambda: 'a'.center(5, 'ab')))  # expect: TypeError: The fill character must be exactly one character long
print(attempt(lambda: 'a'.center(5, 5)))  # expect: TypeError: The fill character must be a unicode character, not int
print(attempt(lambda: 'a'.ljust('x')))  # expect: TypeError: 'str' object cannot be interpreted as an integer
