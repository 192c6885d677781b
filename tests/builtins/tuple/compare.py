def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print((1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (2,) > (1, 9), (1, 'a') <= (1, 'a'), (1,) != [1])  # expect: True True True True True True True
print(attempt(lambda: (1,) < [1]))  # expect: TypeError: '<' not supported between instances of 'tuple' and 'list'
print(attempt(lambda: (1, 'a') < (1, 2)))  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
class N:
    def __eq__(self, o): return True
    def __lt__(self, o): return 'lt'
print((N(), 1) == (5, 1), (1, N()) < (1, 5))  # expect: True False
