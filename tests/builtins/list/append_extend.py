def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


l = []
print(l.append(1), l.extend([2, 3]), l.extend('ab'), l.extend({9: 1}), l.extend(x for x in (7,)), l)  # expect: None None None None None [1, 2, 3, 'a', 'b', 9, 7]
l.extend(l)
print(l)  # expect: [1, 2, 3, 'a', 'b', 9, 7, 1, 2, 3, 'a', 'b', 9, 7]
print(attempt(lambda: l.append()))  # expect: TypeError: append() takes exactly one argument (0 given)
print(attempt(lambda: l.append(1, 2)))  # expect: TypeError: append() takes exactly one argument (2 given)
print(attempt(lambda: l.extend(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: l.append(x=1)))  # expect: TypeError: append() takes no keyword arguments
l += (5,)
l += 'z'
print(l)  # expect: [1, 2, 3, 'a', 'b', 9, 7, 1, 2, 3, 'a', 'b', 9, 7, 5, 'z']
