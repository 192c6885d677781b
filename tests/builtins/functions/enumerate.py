def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate([], start=1)), next(enumerate('x', 10**20)), list(enumerate('ab', -1)))  # expect: [(0, 'a'), (1, 'b')] [(5, 'a'), (6, 'b')] [] (100000000000000000000, 'x') [(-1, 'a'), (0, 'b')]
e = enumerate('ab')
print(iter(e) is e, next(e), next(e), next(e, 'end'), type(e).__name__)  # expect: True (0, 'a') (1, 'b') end enumerate
print(attempt(lambda: enumerate()))  # expect: TypeError: Required argument 'iterable' (pos 1) not found
print(attempt(lambda: enumerate(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: enumerate('a', 'b')))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(lambda: enumerate('a', 1, 2)))  # expect: TypeError: enumerate() takes at most 2 arguments (3 given)
print(attempt(lambda: enumerate('a', 1.5)))  # expect: TypeError: 'float' object cannot be interpreted as an integer
