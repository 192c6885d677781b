def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print('abc'.endswith('c'), 'abc'.endswith(''), 'abc'.endswith(('x', 'bc')), 'abc'.endswith(()), 'abc'.endswith('b', 0, 2), 'abc'.startswith('b', 1), 'abc'.startswith(('z', 'a')), 'abc'.startswith('', 4), 'abc'.startswith('', 3))  # expect: True True True False True True True False True
print(attempt(lambda: 'abc'.endswith(5)))  # expect: TypeError: endswith first arg must be str or a tuple of str, not int
print(attempt(lambda: 'abc'.startswith(('a', 5))))  # expect: True
print(attempt(lambda: 'abc'.startswith((5,))))  # expect: TypeError: tuple for startswith must only contain str, not int
print(attempt(lambda: 'abc'.startswith(['a'])))  # expect: TypeError: startswith first arg must be str or a tuple of str, not list
print(attempt(lambda: 'abc'.startswith()))  # expect: TypeError: startswith() takes at least 1 argument (0 given)
