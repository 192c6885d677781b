def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print([1] + [2], [1, 2] * 2, 2 * [1], [1] * 0, [1] * -5, 1 in [1], 1 not in [1], [1, 2] < [1, 3], [1] < [1, 0], [] == [], [1] == (1,), [1, [2]] == [1, [2]], len([1, 2]), [[]] * 2)  # expect: [1, 2] [1, 2, 1, 2] [1, 1] [] [] True False True True True False True 2 [[], []]
print(attempt(lambda: [1] + (2,)))  # expect: TypeError: can only concatenate list (not "tuple") to list
print(attempt(lambda: [1] * 'a'))  # expect: TypeError: can't multiply sequence by non-int of type 'str'
print(attempt(lambda: [1] * [1]))  # expect: TypeError: can't multiply sequence by non-int of type 'list'
print(attempt(lambda: [1] < (1,)))  # expect: TypeError: '<' not supported between instances of 'list' and 'tuple'
print(attempt(lambda: [1] - [1]))  # expect: TypeError: unsupported operand type(s) for -: 'list' and 'list'
print(attempt(lambda: hash([])))  # expect: TypeError: unhashable type: 'list'
print(attempt(lambda: [1] + None))  # expect: TypeError: can only concatenate list (not "NoneType") to list
print(attempt(lambda: [1, 'a'] < [1, 2]))  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
l = [1]
m = l
l += [2]
l *= 2
print(l, m is l)  # expect: [1, 2, 1, 2] True
