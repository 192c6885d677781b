def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, [1, 2, 3])), list(map(str, [1, 2])), list(map(pow, [2, 3], [3, 2, 1])), list(map(lambda *a: a, 'ab', 'xyz')))  # expect: [1, 'a'] [2, 3] ['1', '2'] [8, 9] [('a', 'x'), ('b', 'y')]
m = map(int, ['1', 'x', '3'])
print(next(m), iter(m) is m)  # expect: 1 True
print(attempt(lambda: next(m)))  # expect: ValueError: invalid literal for int() with base 10: 'x'
print(next(m), next(m, 'end'), type(m).__name__, type(filter(None, [])).__name__)  # expect: 3 end map filter
print(attempt(lambda: map()))  # expect: TypeError: map() must have at least two arguments.
print(attempt(lambda: map(str)))  # expect: TypeError: map() must have at least two arguments.
print(attempt(lambda: map(str, 5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: filter(None)))  # expect: TypeError: filter expected 2 arguments, got 1
print(attempt(lambda: filter(None, 5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: list(map(5, [1]))))  # expect: TypeError: 'int' object is not callable
print(attempt(lambda: list(filter(5, [1]))))  # expect: TypeError: 'int' object is not callable
print(attempt(lambda: next(map(lambda x: x, [1]), 1, 2)))  # expect: TypeError: next expected at most 2 arguments, got 3
print(list(map(abs, range(-3, 0))), list(map(None.__class__.__bool__, [None])))  # expect: [3, 2, 1] [False]
