def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(sorted([3, 1, 2]), sorted('hello'), sorted({'b': 1, 'a': 2}), sorted([1, 2, 3], reverse=True), sorted(['b', 'A'], key=str.lower), sorted([]), sorted((x for x in [2, 1])), sorted([1], key=None))  # expect: [1, 2, 3] ['e', 'h', 'l', 'l', 'o'] ['a', 'b'] [3, 2, 1] ['A', 'b'] [] [1, 2] [1]
print(attempt(lambda: sorted()))  # expect: TypeError: Function takes at least 1 positional arguments (0 given)
print(attempt(lambda: sorted(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: sorted([1, 'a'])))  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
print(attempt(lambda: sorted([1], foo=1)))  # expect: TypeError: 'foo' is an invalid keyword argument for this function
print(attempt(lambda: sorted([1], 5)))  # expect: TypeError: must use keyword argument for key function
print(attempt(lambda: sorted([1, 2], key=lambda: 1)))  # expect: TypeError: <lambda>() takes 0 positional arguments but 1 was given
print(attempt(lambda: sorted([None, None])))  # expect: TypeError: '<' not supported between instances of 'NoneType' and 'NoneType'
print(sorted(iterable) if False else sorted([[2, 1], [1, 2]]), sorted([0.5, 1, -3, True]))  # expect: [[1, 2], [2, 1]] [-3, 0.5, 1, True]
