def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print('aaa'.replace('a', 'b'), 'aaa'.replace('a', 'b', 2), 'aaa'.replace('a', ''), 'abc'.replace('', '-'), 'abc'.replace('', '-', 2), 'aaa'.replace('aa', 'x'), 'abc'.replace('z', 'y'), 'a€a'.replace('€', 'xx'), 'abc'.replace('b', '€'), 'aaa'.replace('a', 'b', -1), ''.replace('', 'x'), ''.replace('', 'x', 0))  # expect: bbb bba  -a-b-c- -a-bc xa abc axxa a€c bbb x 
print(attempt(lambda: 'a'.replace('a')))  # expect: TypeError: replace() takes at least 2 arguments (1 given)
print(attempt(lambda: 'a'.replace(1, 'b')))  # expect: TypeError: replace() argument 1 must be str, not int
print(attempt(lambda: 'a'.replace('a', None)))  # expect: TypeError: replace() argument 2 must be str, not None
