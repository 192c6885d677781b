def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(max(1, 2), max([1, 3, 2]), min('b', 'a'), max('hello'), max([], default=5), min([], default=None), max([1, -5], key=abs), min(1, 2, key=lambda x: -x), max([(1, 'a'), (1, 'b')]), max(1, 1.0), max(1.0, 1), min([3], key=None))  # expect raises: TypeError: 'NoneType' object is not callable
print(attempt(lambda: max([])))
print(attempt(lambda: max()))
print(attempt(lambda: max(1)))
print(attempt(lambda: max(1, 'a')))
print(attempt(lambda: max(1, 2, default=3)))
print(attempt(lambda: min(5)))
print(attempt(lambda: max([1], foo=1)))
print(attempt(lambda: max([1, 2], key=5)))
print(attempt(lambda: min(iter(()))))
