def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print('a.b.c'.partition('.'), 'a.b.c'.rpartition('.'), 'abc'.partition('.'), 'abc'.rpartition('.'), 'a::b'.partition('::'))  # expect: ('a', '.', 'b.c') ('a.b', '.', 'c') ('abc', '', '') ('', '', 'abc') ('a', '::', 'b')
print(attempt(lambda: 'a'.partition('')))  # expect: ValueError: empty separator
print(attempt(lambda: 'a'.rpartition('')))  # expect: ValueError: empty separator
print(attempt(lambda: 'a'.partition(5)))  # expect: TypeError: must be str, not int
