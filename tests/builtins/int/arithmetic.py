def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 2, -7 % 2, 7 % -2, -7 % -2)  # expect: 3 -4 -4 3 1 1 -1 -1
print(divmod(7, -2), divmod(-7, 2), divmod(-2**70, 3), divmod(2**70, -3))  # expect: (-4, -1) (-4, 1) (-393530540239137101142, 2) (-393530540239137101142, -2)
print(2**10, 2**-1, (-2)**3, 0**0, (-8)**-1, 10**30)  # expect: 1024 0.5 -8 1 -0.125 1000000000000000000000000000000
print(7 / 2, -7 / 2, 2**1000 / 2**999, 10**400 // 10**398)  # expect: 3.5 -3.5 2.0 100
print(attempt(lambda: 1 // 0))  # expect: ZeroDivisionError: integer division or modulo by zero
print(attempt(lambda: 1 % 0))  # expect: ZeroDivisionError: integer division or modulo by zero
print(attempt(lambda: 1 / 0))  # expect: ZeroDivisionError: division by zero
print(attempt(lambda: divmod(1, 0)))  # expect: ZeroDivisionError: integer division or modulo by zero
print(attempt(lambda: 0 ** -1))  # expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
print(attempt(lambda: 10**400 / 3))  # expect: OverflowError: integer division result too large for a float
print(attempt(lambda: 2 ** 'x'))  # expect: TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
print(attempt(lambda: 1 + 'a'))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
print(attempt(lambda: 'a' + 1))  # expect: TypeError: must be str, not int
print(attempt(lambda: 1 - None))  # expect: TypeError: unsupported operand type(s) for -: 'int' and 'NoneType'
