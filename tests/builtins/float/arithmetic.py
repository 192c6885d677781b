def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), divmod(1e300, 1e-10)[0])  # expect: 3.0 -4.0 1.5 0.5 -0.5 (-4.0, 0.5) inf
print(1.0 % float('inf'), -1.0 % float('inf'), float('inf') - float('inf'), 0.0 * float('inf'), -0.0 + 0.0)  # expect: 1.0 inf nan nan 0.0
print(2.0 ** 0.5, 2.0 ** -1, (-8.0) ** (1/3), 0.0 ** 0, float('nan') ** 0, 1 ** float('nan'))  # expect: 1.4142135623730951 0.5 (1.0000000000000002+1.7320508075688772j) 1.0 1.0 1.0
print(1.5 + 1, 1 + 1.5, 3 - 1.5, 1.5 * 2, 3 / 1.5, -(1.5), +1.5, abs(-1.5))  # expect: 2.5 2.5 1.5 3.0 2.0 -1.5 1.5 1.5
print(attempt(lambda: 1.0 / 0))  # expect: ZeroDivisionError: float division by zero
print(attempt(lambda: 1.0 // 0))  # expect: ZeroDivisionError: float divmod()
print(attempt(lambda: 1.0 % 0))  # expect: ZeroDivisionError: float modulo
print(attempt(lambda: divmod(1.0, 0)))  # expect: ZeroDivisionError: float divmod()
print(attempt(lambda: 0.0 ** -1))  # expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
print(attempt(lambda: 10.0 ** 400))  # expect: OverflowError: (34, 'Numerical result out of range')
print(attempt(lambda: 1.0 + 10**400))  # expect: OverflowError: int too large to convert to float
print(attempt(lambda: 1.5 + 'a'))  # expect: TypeError: unsupported operand type(s) for +: 'float' and 'str'
print(attempt(lambda: 1.5 & 1))  # expect: TypeError: unsupported operand type(s) for &: 'float' and 'int'
