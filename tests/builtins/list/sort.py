def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


l = [3, 1, 2]
print(l.sort(), l, l.sort(reverse=True), l, l.sort(key=lambda x: -x), l)  # expect: None [3, 2, 1] None [3, 2, 1] None [3, 2, 1]
words = ['bb', 'a', 'CC', 'ccc', 'dd']
words.sort(key=len)
print(words)  # expect: ['a', 'bb', 'CC', 'dd', 'ccc']
words.sort(key=len, reverse=True)
print(words)  # expect: ['ccc', 'bb', 'CC', 'dd', 'a']
words.sort(key=str.lower)
print(words)  # expect: ['a', 'bb', 'CC', 'ccc', 'dd']
print(attempt(lambda: [1, 'a'].sort()))  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
print(attempt(lambda: [1, 2].sort(5)))  # expect: TypeError: must use keyword argument for key function
print(attempt(lambda: [1, 2].sort(cmp=None)))  # expect: TypeError: 'cmp' is an invalid keyword argument for this function
print(attempt(lambda: [1].sort(key=5)))  # expect: TypeError: 'int' object is not callable
print(attempt(lambda: [1, 2].sort(reverse='x')))  # expect: TypeError: an integer is required (got type str)
print(attempt(lambda: [1j, 2j].sort()))  # expect: TypeError: '<' not supported between instances of 'complex' and 'complex'
print(sorted([(1, 'b'), (1, 'a'), (0, 'c')]), sorted([True, 0, 2.5, -1]), sorted([[2], [1, 5], [1]]))  # expect: [(0, 'c'), (1, 'a'), (1, 'b')] [-1, 0, True, 2.5] [[1], [1, 5], [2]]
