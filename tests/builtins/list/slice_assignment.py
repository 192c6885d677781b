def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


l = list(range(6))
l[1:3] = ['a', 'b', 'c']
print(l)  # expect: [0, 'a', 'b', 'c', 3, 4, 5]
l[::2] = 'wxyz'
print(l)  # expect: ['w', 'a', 'x', 'c', 'y', 4, 'z']
l[3:3] = [9, 9]
print(l)  # expect: ['w', 'a', 'x', 9, 9, 'c', 'y', 4, 'z']
l[5:2] = ['!']
print(l)  # expect: ['w', 'a', 'x', 9, 9, '!', 'c', 'y', 4, 'z']
del l[1:4], l[::3]
print(l)  # expect: [9, '!', 'y', 4]
l[:] = (1, 2)
print(l)  # expect: [1, 2]
l[1:] = l
print(l)  # expect: [1, 1, 2]
l[-100:100] = {}
print(l)  # expect: []
def put(part, value):
    x = [0, 1, 2, 3]
    x[part] = value
    return x
print(attempt(lambda: put(slice(0, 4, 2), [1])))  # expect: ValueError: attempt to assign sequence of size 1 to extended slice of size 2
print(attempt(lambda: put(slice(0, 4), 5)))  # expect: TypeError: can only assign an iterable
print(attempt(lambda: put(slice(0, 4, 2), 5)))  # expect: TypeError: must assign iterable to extended slice
print(attempt(lambda: put(slice(None, None, -1), 'abcd')))  # expect: ['d', 'c', 'b', 'a']
print(attempt(lambda: put(slice(None, None, 0), 'abcd')))  # expect: ValueError: slice step cannot be zero
print(attempt(lambda: put(slice('a', None), [])))  # expect: TypeError: slice indices must be integers or None or have an __index__ method
