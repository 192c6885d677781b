def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print({1} < {1, 2}, {1} <= {1}, {1, 2} > {1}, {1} < {2}, {1} > {2}, {1} == {1.0}, {1} != {2}, set() < {1}, {1} == [1], {1} <= frozenset([1, 2]))  # expect: True True True False False True True True False True
print(attempt(lambda: {1} < [1]))  # expect: TypeError: '<' not supported between instances of 'set' and 'list'
print(attempt(lambda: {1} >= 5))  # expect: TypeError: '>=' not supported between instances of 'set' and 'int'
print(sorted([{1, 2}, {1}, set()], key=len), {1, 2}.issuperset([]), {1}.issubset([1, 2]), {1}.__lt__([1]))  # expect: [set(), {1}, {1, 2}] True True NotImplemented
