def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(['  a '.strip(), '  a '.lstrip(), '  a '.rstrip(), 'xxaxx'.strip('x'), 'abcba'.strip('ab'), 'abc'.lstrip('ba'), 'abc'.rstrip('cb'), '\t\na\u2003'.strip(), 'a'.strip(''), ' a '.strip(None), 'mississippi'.lstrip('ims'), ''.strip()])  # expect: ['a', 'a ', '  a', 'a', 'c', 'c', 'a', 'a', 'a', 'a', 'ppi', '']
print(attempt(lambda: 'a'.strip(5)))  # expect: TypeError: strip arg must be None or str
print(attempt(lambda: 'a'.strip('a', 'b')))  # expect: TypeError: strip() takes at most 1 argument (2 given)
