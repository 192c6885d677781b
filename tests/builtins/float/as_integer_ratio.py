def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-2.0).as_integer_ratio(), (0.0).as_integer_ratio(), 1e20.as_integer_ratio())  # expect: (1, 2) (3602879701896397, 36028797018963968) (-2, 1) (0, 1) (100000000000000000000, 1)
print(attempt(lambda: float('inf').as_integer_ratio()))  # expect: OverflowError: cannot convert Infinity to integer ratio
print(attempt(lambda: float('nan').as_integer_ratio()))  # expect: ValueError: cannot convert NaN to integer ratio
