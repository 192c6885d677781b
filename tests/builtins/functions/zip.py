def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(list(zip()), list(zip('ab')), list(zip('ab', [1, 2, 3])), list(zip([1], [2], [3])), dict(zip('ab', range(2))), list(zip(*[(1, 2), (3, 4)])))  # expect: [] [('a',), ('b',)] [('a', 1), ('b', 2)] [(1, 2, 3)] {'a': 0, 'b': 1} [(1, 3), (2, 4)]
z = zip('ab', 'cd')
print(next(z), iter(z) is z, list(z), next(z, 'end'))  # expect: ('a', 'c') True [('b', 'd')] end
print(attempt(lambda: zip(5)))  # expect: TypeError: zip argument #1 must support iteration
print(attempt(lambda: zip('a', 5)))  # expect: TypeError: zip argument #2 must support iteration
print(attempt(lambda: zip(a='b')))  # expect: TypeError: zip() does not take keyword arguments
a, b = iter('abc'), iter('x')
print(list(zip(a, b)), next(a))  # expect: [('a', 'x')] c
a, b = iter('abc'), iter('x')
print(list(zip(b, a)), next(a))  # expect: [('x', 'a')] b
