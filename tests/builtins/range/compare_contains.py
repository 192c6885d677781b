def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(range(3) == range(0, 3, 1), range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)), range(3) != [0, 1, 2], 2 in range(3), 3 in range(3), 2.0 in range(3), 'a' in range(3), -1 in range(5, -5, -2), True in range(2))  # expect: True True True True True True False True False True True
print(range(5).index(3), range(0, 10, 2).index(4), range(5).count(3), range(5).count(9), bool(range(0)), bool(range(1)))  # expect: 3 2 1 0 False True
print(attempt(lambda: range(5).index(9)))  # expect: ValueError: 9 is not in range
print(attempt(lambda: range(0, 10, 2).index(3)))  # expect: ValueError: 3 is not in range
print(attempt(lambda: range(3) < range(4)))  # expect: TypeError: '<' not supported between instances of 'range' and 'range'
print(attempt(lambda: range(3) + range(3)))  # expect: TypeError: unsupported operand type(s) for +: 'range' and 'range'
print(list(reversed(range(0, 10, 3))), type(iter(range(3))).__name__, type(iter(range(10**20))).__name__, iter(range(5)).__length_hint__())  # expect: [9, 6, 3, 0] range_iterator longrange_iterator 5
it = iter(range(3))
print(next(it), list(it), next(it, None))  # expect: 0 [1, 2] None
