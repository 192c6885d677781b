from itertools import *


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(chain('ab', [1])), list(chain.from_iterable(['ab', 'c'])), list(compress('abcd', [1, 0, 1])), list(dropwhile(lambda x: x < 2, [1, 2, 1])), list(takewhile(lambda x: x < 2, [1, 2, 1])), list(filterfalse(None, [0, 1, ''])), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest('ab', 'c', fillvalue='-')))  # expect: [1, 3, 6] [1, 2, 6] ['a', 'b', 1] ['a', 'b', 'c'] ['a', 'c'] [2, 1] [1] [0, ''] [8, 9] [('a', 'c'), ('b', '-')]
print(list(islice('abcdef', 2)), list(islice('abcdef', 1, 4)), list(islice('abcdef', 0, None, 2)), list(islice('abc', 5)), list(chain()), list(zip_longest()))  # expect: ['a', 'b'] ['b', 'c', 'd'] ['a', 'c', 'e'] ['a', 'b', 'c'] [] []
print(attempt(lambda: islice('abc', -1)))  # expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
print(attempt(lambda: islice('abc', 'a')))  # expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
print(attempt(lambda: islice('abc', 0, 5, 0)))  # expect: ValueError: Step for islice() must be a positive integer or None.
print(attempt(lambda: islice('abc')))  # expect: TypeError: islice expected at least 2 arguments, got 1
print(attempt(lambda: chain(5).__next__()))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: zip_longest('a', foo=1)))  # expect: TypeError: zip_longest() got an unexpected keyword argument
print(attempt(lambda: accumulate(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: starmap(pow, [5]).__next__()))  # expect: TypeError: 'int' object is not iterable
