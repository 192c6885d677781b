def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


l = [1, 2, 3]
l.insert(0, 'a'); l.insert(-1, 'b'); l.insert(100, 'c'); l.insert(-100, 'd')
print(l)  # expect: ['d', 'a', 1, 2, 'b', 3, 'c']
print(l.pop(), l.pop(0), l.pop(-2), l)  # expect: c d b ['a', 1, 2, 3]
print(l.remove('a'), l)  # expect: None [1, 2, 3]
print(attempt(lambda: l.remove('zz')))  # expect: ValueError: list.remove(x): x not in list
print(attempt(lambda: l.pop(10)))  # expect: IndexError: pop index out of range
print(attempt(lambda: l.pop(-10)))  # expect: IndexError: pop index out of range
print(attempt(lambda: [].pop()))  # expect: IndexError: pop from empty list
print(attempt(lambda: l.pop('a')))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(lambda: l.insert('a', 1)))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(lambda: l.insert(1)))  # expect: TypeError: insert() takes exactly 2 arguments (1 given)
print(l.clear(), l)  # expect: None []
