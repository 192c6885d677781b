def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


a = {1, 2, 3}
alias = a
a |= {4}; a &= {1, 2, 4, 9}; a -= {1}; a ^= {2, 7}
print(sorted(a), alias is a)  # expect: [4, 7] True
print(a.update([5], 'x'), a.intersection_update([5, 7]), sorted(a), a.difference_update([5]), a, a.symmetric_difference_update([7, 8]), a)  # expect: None None [5, 7] None {8} None {8}
a ^= a
print(a)  # expect: set()
f = g = frozenset([1])
f |= {2}
print(sorted(f), g)  # expect: [1, 2] frozenset({1})
def bad():
    global a
    a |= [1]
print(attempt(lambda: bad()))  # expect: TypeError: unsupported operand type(s) for |=: 'set' and 'list'
print(attempt(lambda: a.update(5)))  # expect: TypeError: 'int' object is not iterable
s = {1, 2}
s -= s
print(s)  # expect: set()
