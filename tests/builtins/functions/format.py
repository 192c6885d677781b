def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(format(5), format(5, '03'), format('a', '>3'), format(None), format([1]), format(1.5, '.2f'), format(True))  # expect: 5 005   a None [1] 1.50 True
print(attempt(lambda: format()))  # expect: TypeError: format() takes at least 1 argument (0 given)
print(attempt(lambda: format(1, 2)))  # expect: TypeError: format() argument 2 must be str, not int
print(attempt(lambda: format([], 'x')))  # expect: TypeError: unsupported format string passed to list.__format__
print(attempt(lambda: format(1, 2, 3)))  # expect: TypeError: format() takes at most 2 arguments (3 given)
