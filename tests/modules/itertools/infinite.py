from itertools import count, cycle, repeat, islice


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(list(islice(count(), 3)), list(islice(count(5, -2), 3)), list(islice(count(0.5), 2)), list(islice(cycle('ab'), 5)), list(repeat('x', 3)), list(islice(repeat(1), 2)))  # expect: [0, 1, 2] [5, 3, 1] [0.5, 1.5] ['a', 'b', 'a', 'b', 'a'] ['x', 'x', 'x'] [1, 1]
print(count(3), count(1, 2), repeat(5, 2), repeat('a'), list(cycle([])), next(count(10**20)), repeat(1, -5))  # expect: count(3) count(1, 2) repeat(5, 2) repeat('a') [] 100000000000000000000 repeat(1, 0)
c = count()
next(c)
print(c, repeat(1, 3).__length_hint__())  # expect: count(1) 3
print(attempt(lambda: count('a')))  # expect: TypeError: a number is required
print(attempt(lambda: repeat()))  # expect: TypeError: Required argument 'object' (pos 1) not found
print(attempt(lambda: cycle(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: repeat(1).__length_hint__()))  # expect: TypeError: len() of unsized object
