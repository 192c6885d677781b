def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


t = (1, 2, 1.0, 'a', True)
print(t.count(1), t.count('z'), t.index(2), t.index(1, 1), t.index('a', 0, 4), t.index('a', -3))  # expect: 3 0 1 2 3 3
print(attempt(lambda: t.index(1, 3, 4)))  # expect: ValueError: tuple.index(x): x not in tuple
print(attempt(lambda: t.count()))  # expect: TypeError: count() takes exactly one argument (0 given)
print(attempt(lambda: t.index('a', 'b')))  # expect: TypeError: slice indices must be integers or have an __index__ method
