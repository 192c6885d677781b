def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print((), (1,), (1, 2), tuple(), tuple('ab'), tuple([1]), 1, (1, 2)[0], (1, 2)[-1], (1, 2, 3)[1:], (1, 2, 3)[::-1], (1,) + (2,), (1, 2) * 2, 2 * (1,), 1 in (1, 2), (1, 2).index(2), (1, 1).count(1), len((1, 2)))  # expect: () (1,) (1, 2) () ('a', 'b') (1,) 1 1 2 (2, 3) (3, 2, 1) (1, 2) (1, 2, 1, 2) (1, 1) True 1 2 2
print(attempt(lambda: (1, 2)[2]))  # expect: IndexError: tuple index out of range
print(attempt(lambda: (1, 2)['a']))  # expect: TypeError: tuple indices must be integers or slices, not str
print(attempt(lambda: (1,).index(5)))  # expect: ValueError: tuple.index(x): x not in tuple
print(attempt(lambda: (1,) + [1]))  # expect: TypeError: can only concatenate tuple (not "list") to tuple
print(attempt(lambda: tuple(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: (1,) * 'a'))  # expect: TypeError: can't multiply sequence by non-int of type 'str'
def put():
    (1, 2)[0] = 1
print(attempt(lambda: put()))  # expect: TypeError: 'tuple' object does not support item assignment
def drop():
    del (1, 2)[0]
print(attempt(lambda: drop()))  # expect: TypeError: 'tuple' object doesn't support item deletion
print(attempt(lambda: hash(([],))))  # expect: TypeError: unhashable type: 'list'
print(tuple((1, 2)) == (1, 2), (1, 2) < (1, 3), (1, 2) < (1, 2, 0), (1, 2) == [1, 2], hash((1, 2)) == hash((1.0, 2)), repr(((),)), hash(()), hash((1, 2)), hash((0, (1,))))  # expect: True True True False True ((),) 3527539 3713081631934410656 1401651302481
