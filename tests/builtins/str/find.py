def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print('hello'.find('l'), 'hello'.rfind('l'), 'hello'.find('x'), 'hello'.find(''), 'hello'.rfind(''), 'hello'.find('l', 3), 'hello'.find('l', 4), 'hello'.rfind('l', 0, 3), 'hello'.find('', 6), 'hello'.find('o', -1), 'a€b'.find('b'))  # expect: 2 3 -1 0 5 3 -1 2 -1 4 2
print('hello'.index('l'), 'hello'.rindex('l'), 'aaa' * 100 + 'b' in 'a' * 1000 + 'b')  # expect: 2 3 True
print(attempt(lambda: 'hello'.index('x')))  # expect: ValueError: substring not found
print(attempt(lambda: 'hello'.rindex('x')))  # expect: ValueError: substring not found
print(attempt(lambda: 'hello'.find(5)))  # expect: TypeError: must be str, not int
print(attempt(lambda: 'hello'.index('l', 'a')))  # expect: TypeError: slice indices must be integers or None or have an __index__ method
