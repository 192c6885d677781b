def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(1 + 0.5, 2 * 0.5, 1 - 0.5, 3 // 2.0, 3 % 2.0, -3 % 2.0, 2 ** 0.5, 2.0 ** 3, 10**20 + 0.5, 10**20 * 1.0, True + 0.5, 1 / 3, 10**400 // 10**399, (10**400) / (10**399), 3.0 == 3, 0.1 < 1, 10**30 > 1e29, int(0.9999999999999999), 7 / 7)  # expect: 1.5 1.0 0.5 1.0 1.0 1.0 1.4142135623730951 8.0 1e+20 1e+20 1.5 0.3333333333333333 10 10.0 True True True 0 1.0
print(attempt(lambda: 10**400 * 1.0))  # expect: OverflowError: int too large to convert to float
print(attempt(lambda: 1.0 // 10**400 if False else 10**400 + 1.0))  # expect: OverflowError: int too large to convert to float
