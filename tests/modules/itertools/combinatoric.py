from itertools import product, permutations, combinations, combinations_with_replacement


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(list(product('ab', [1, 2])), list(product('ab', repeat=2)), list(product()), list(product('a', [])), len(list(product(range(3), repeat=4))))  # expect: [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')] [()] [] 81
print(list(permutations('abc', 2)), len(list(permutations(range(5)))), list(permutations('ab', 3)), list(permutations([])))  # expect: [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] 120 [] [()]
print(list(combinations('abcd', 2)), list(combinations('abc', 0)), list(combinations('ab', 3)), list(combinations_with_replacement('ab', 2)))  # expect: [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')] [()] [] [('a', 'a'), ('a', 'b'), ('b', 'b')]
print(attempt(lambda: product(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: permutations('a', -1)))  # expect: ValueError: r must be non-negative
print(attempt(lambda: combinations('a')))  # expect: TypeError: Required argument 'r' (pos 2) not found
print(attempt(lambda: combinations('a', -1)))  # expect: ValueError: r must be non-negative
print(attempt(lambda: product('a', repeat=-1)))  # expect: ValueError: repeat argument cannot be negative
print(attempt(lambda: permutations('abc', 'x')))  # expect: TypeError: Expected int as r
