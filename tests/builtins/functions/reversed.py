def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(list(reversed([1, 2])), list(reversed('ab')), list(reversed(range(3))), list(reversed((1, 2))))  # expect: [2, 1] ['b', 'a'] [2, 1, 0] [2, 1]
class R:
    def __reversed__(self):
        return 'rev'
class S:
    def __len__(self):
        return 3
    def __getitem__(self, i):
        return i * 2
class N(S):
    __reversed__ = None
print(reversed(R()), list(reversed(S())))  # expect: rev [4, 2, 0]
print(attempt(lambda: reversed(N())))  # expect: TypeError: 'N' object is not reversible
print(attempt(lambda: reversed({1})))  # expect: TypeError: 'set' object is not reversible
print(attempt(lambda: reversed({1: 2})))  # expect: TypeError: 'dict' object is not reversible
print(attempt(lambda: reversed(5)))  # expect: TypeError: 'int' object is not reversible
print(attempt(lambda: reversed(iter([]))))  # expect: TypeError: 'list_iterator' object is not reversible
print(attempt(lambda: reversed()))  # expect: TypeError: reversed expected 1 arguments, got 0
print(type(reversed([])).__name__, type(reversed('')).__name__, type(reversed(range(1))).__name__)  # expect: list_reverseiterator reversed range_iterator
