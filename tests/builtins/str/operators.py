def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print('a' + 'b', 'ab' * 3, 3 * 'ab', 'a' * 0, 'a' * -1, 'a' in 'abc', '' in 'abc', 'ac' in 'abc', 'a' not in 'b', 'a' < 'b', 'a' < 'B', 'abc' < 'abd', 'é' > 'z', 'a' == b'a', 'abc' >= 'ab')  # expect: ab ababab ababab   True True False True True False True True False True
print(attempt(lambda: 'a' + 1))  # expect: TypeError: must be str, not int
print(attempt(lambda: 'a' + b'a'))  # expect: TypeError: must be str, not bytes
print(attempt(lambda: 'a' * 1.5))  # expect: TypeError: can't multiply sequence by non-int of type 'float'
print(attempt(lambda: 'a' * 'b'))  # expect: TypeError: can't multiply sequence by non-int of type 'str'
print(attempt(lambda: 1 in 'abc'))  # expect: TypeError: 'in <string>' requires string as left operand, not int
print(attempt(lambda: 'a' - 'b'))  # expect: TypeError: unsupported operand type(s) for -: 'str' and 'str'
print(attempt(lambda: 'a' < 1))  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
print(attempt(lambda: -'a'))  # expect: TypeError: bad operand type for unary -: 'str'
print(list('añ'), sorted('hello'), min('hello'), max('hello'), list(reversed('abc')), tuple('ab'), hash('') == hash(''), 'a'.__eq__(1), 'a'.__contains__('a'))  # expect: ['a', 'ñ'] ['e', 'h', 'l', 'l', 'o'] e o ['c', 'b', 'a'] ('a', 'b') True NotImplemented True
