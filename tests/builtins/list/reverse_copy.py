def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


l = [1, 2, 3]
c = l.copy()
print(l.reverse(), l, c, c is l, [].reverse(), list(reversed(c)), c[::-1])  # expect: None [3, 2, 1] [1, 2, 3] False None [3, 2, 1] [3, 2, 1]
print(attempt(lambda: l.reverse(1)))  # expect: TypeError: reverse() takes no arguments (1 given)
nested = [[1], [2]]
shallow = nested.copy()
shallow[0].append(5)
print(nested, shallow == nested)  # expect: [[1, 5], [2]] True
