def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print('banana'.count('a'), 'banana'.count('ana'), 'banana'.count(''), 'banana'.count('a', 2), 'banana'.count('a', 2, 4), 'banana'.count('a', -3), 'abc'.count('', 10), 'abc'.count('x', None, None))  # expect: 3 1 7 2 1 2 0 0
print(attempt(lambda: 'a'.count(5)))  # expect: TypeError: must be str, not int
print(attempt(lambda: 'a'.count()))  # expect: TypeError: count() takes at least 1 argument (0 given)
