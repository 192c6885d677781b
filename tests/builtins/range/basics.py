def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(range(3), range(1, 5), range(1, 10, 3), range(5, 0, -2), list(range(5, 0, -2)), list(range(0)), len(range(1, 10, 3)), range(3)[1], range(10)[-1], range(10)[2:5], range(10)[::-1], range(10)[::3], range(10).start, range(1, 9, 2).step, range(3).stop)  # expect: range(0, 3) range(1, 5) range(1, 10, 3) range(5, 0, -2) [5, 3, 1] [] 3 1 9 range(2, 5) range(9, -1, -1) range(0, 10, 3) 0 2 3
print(attempt(lambda: range()))  # expect: TypeError: range expected 1 arguments, got 0
print(attempt(lambda: range(1.5)))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(attempt(lambda: range('a')))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(lambda: range(1, 2, 0)))  # expect: ValueError: range() arg 3 must not be zero
print(attempt(lambda: range(3)[3]))  # expect: IndexError: range object index out of range
print(attempt(lambda: range(3)[-4]))  # expect: IndexError: range object index out of range
print(attempt(lambda: range(3)['a']))  # expect: TypeError: range indices must be integers or slices, not str
print(attempt(lambda: range(1, 2, 3, 4)))  # expect: TypeError: range expected at most 3 arguments, got 4
print(attempt(lambda: setattr(range(3), 'start', 1)))  # expect: AttributeError: readonly attribute
print(range(10**20)[10**19], len(range(2**62)), range(10**20)[-1], 10**19 in range(10**20), list(range(10**20, 10**20 + 3)))  # expect: 10000000000000000000 4611686018427387904 99999999999999999999 True [100000000000000000000, 100000000000000000001, 100000000000000000002]
print(attempt(lambda: len(range(10**20))))  # expect: OverflowError: Python int too large to convert to C ssize_t
