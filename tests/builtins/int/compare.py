def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(1 < 2 <= 2 != 3, 1 == 1.0, 2**53 == float(2**53), 2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53))  # expect: True True True False True
print(10**400 > 1e308, 10**400 < float('inf'), -10**400 > float('-inf'), 1 == float('nan'), 1 != float('nan'))  # expect: True True True False True
print((1).__eq__('a'), (1).__lt__(2), (1).__ge__(1.5), True == 1, False < 1)  # expect: NotImplemented True NotImplemented True True
print(attempt(lambda: 1 < 'a'))  # expect: TypeError: '<' not supported between instances of 'int' and 'str'
print(attempt(lambda: None < 1))  # expect: TypeError: '<' not supported between instances of 'NoneType' and 'int'
print(attempt(lambda: 1 >= 1j))  # expect: TypeError: '>=' not supported between instances of 'int' and 'complex'
