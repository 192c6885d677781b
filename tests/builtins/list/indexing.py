def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


l = [0, 1, 2, 3, 4]
print(l[0], l[-1], l[1:3], l[::-1], l[10:], l[:-10], l[::2], l[3:1], l[-2:], l[True], l[4:0:-2])  # expect: 0 4 [1, 2] [4, 3, 2, 1, 0] [] [] [0, 2, 4] [] [3, 4] 1 [4, 2]
print(attempt(lambda: l[5]))  # expect: IndexError: list index out of range
print(attempt(lambda: l[-6]))  # expect: IndexError: list index out of range
print(attempt(lambda: l['a']))  # expect: TypeError: list indices must be integers or slices, not str
print(attempt(lambda: l[1.0]))  # expect: TypeError: list indices must be integers or slices, not float
print(attempt(lambda: l[None]))  # expect: TypeError: list indices must be integers or slices, not NoneType
print(attempt(lambda: l[::0]))  # expect: ValueError: slice step cannot be zero
print(attempt(lambda: l[(1, 2)]))  # expect: TypeError: list indices must be integers or slices, not tuple
print(attempt(lambda: l[10**20]))  # expect: IndexError: cannot fit 'int' into an index-sized integer
def put(index, value):
    l[index] = value
print(attempt(lambda: put(5, 1)))  # expect: IndexError: list assignment index out of range
print(attempt(lambda: put('a', 1)))  # expect: TypeError: list indices must be integers or slices, not str
def drop(index):
    del l[index]
print(attempt(lambda: drop(9)))  # expect: IndexError: list assignment index out of range
print(attempt(lambda: drop('a')))  # expect: TypeError: list indices must be integers or slices, not str
drop(0)
put(-1, 'end')
print(l)  # expect: [1, 2, 3, 'end']
