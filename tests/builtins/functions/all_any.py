def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(all([]), any([]), all([1, 2]), all([1, 0]), any([0, '']))  # expect: True False True False False
print(any(x > 2 for x in range(10**9)), all(x < 2 for x in range(10**9)))  # expect: True False
print(attempt(lambda: all(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: any()))  # expect: TypeError: any() takes exactly one argument (0 given)
print(attempt(lambda: any([], [])))  # expect: TypeError: any() takes exactly one argument (2 given)
class Bad:
    def __bool__(self):
        raise ValueError('no truth')
print(attempt(lambda: any([Bad()])))  # expect: ValueError: no truth
print(attempt(lambda: all([0, Bad()])))  # expect: False
