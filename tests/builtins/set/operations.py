def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


a, b = {1, 2, 3}, {2, 3, 4}
print(a & b, a | b, a - b, a ^ b, sorted(a.union(b, [9])), a.intersection([1, 2], (2,)), a.difference([1], {2}), sorted(a.symmetric_difference([3, 9])), a.union(), a.difference())  # expect: {2, 3} {1, 2, 3, 4} {1} {1, 4} [1, 2, 3, 4, 9] {2} {3} [1, 2, 9] {1, 2, 3} {1, 2, 3}
print(a < b, a <= a, a > {1}, a >= a, a == {3, 2, 1}, a != b, a.issubset(range(9)), a.issuperset([1]), a.isdisjoint([7]), a.isdisjoint(b), 1 in a)  # expect: False True True True True True True True True False True
print(type(frozenset([1]) | {2}).__name__, type({1} | frozenset([2])).__name__, frozenset([1]) == {1}, hash(frozenset([1, 2])) == hash(frozenset([2, 1])))  # expect: frozenset set True True
print(attempt(lambda: a & [1]))  # expect: TypeError: unsupported operand type(s) for &: 'set' and 'list'
print(attempt(lambda: a | 'x'))  # expect: TypeError: unsupported operand type(s) for |: 'set' and 'str'
print(attempt(lambda: a < [1]))  # expect: TypeError: '<' not supported between instances of 'set' and 'list'
print(attempt(lambda: a.union(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: a.issubset(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: a + b))  # expect: TypeError: unsupported operand type(s) for +: 'set' and 'set'
print(attempt(lambda: [] in a))  # expect: TypeError: unhashable type: 'list'
print({1} in {frozenset([1])}, frozenset([1]) in {frozenset([1])})  # expect: True True
