def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


l = [1, 2, 1.0, True, 'a']
print(l.index(1), l.index(1, 1), l.index('a', -1), l.index(2, 0, 2), l.count(1), l.count('z'), [float('nan')].count(float('nan')))  # expect: 0 2 4 1 3 0 0
print(attempt(lambda: l.index(99)))  # expect: ValueError: 99 is not in list
print(attempt(lambda: l.index(1, 4)))  # expect: ValueError: 1 is not in list
print(attempt(lambda: l.index()))  # expect: TypeError: index() takes at least 1 argument (0 given)
print(attempt(lambda: l.index(1, 'a')))  # expect: TypeError: slice indices must be integers or have an __index__ method
print(attempt(lambda: l.count()))  # expect: TypeError: count() takes exactly one argument (0 given)
