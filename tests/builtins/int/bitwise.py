def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(6 & 3, 6 | 3, 6 ^ 3, ~6, ~-1, -6 & 3, -6 | 3, -6 ^ 3)  # expect: 2 7 5 -7 0 2 -5 -7
print(1 << 70, -1 << 70, (1 << 70) >> 69, -1 >> 100, -5 >> 1, 5 >> 1000)  # expect: 1180591620717411303424 -1180591620717411303424 2 -1 -3 0
print((2**70 - 1) & -2**65, 2**70 | -1, (-2**70) ^ (2**70 - 1), ~2**64)  # expect: 1143698132569992200192 -1 -1 -18446744073709551617
print(attempt(lambda: 1 << -1))  # expect: ValueError: negative shift count
print(attempt(lambda: 1 >> -1))  # expect: ValueError: negative shift count
print(attempt(lambda: 1 & 1.0))  # expect: TypeError: unsupported operand type(s) for &: 'int' and 'float'
print(attempt(lambda: ~1.5))  # expect: TypeError: bad operand type for unary ~: 'float'
print(attempt(lambda: 'a' | 1))  # expect: TypeError: unsupported operand type(s) for |: 'str' and 'int'
print(0 << 10**10, True & 1, True & True, True | False, True ^ True)  # expect: 0 1 True True False
